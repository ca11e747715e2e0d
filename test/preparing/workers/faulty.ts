// Stands for a fault of ours.
throw new RangeError("too much");
