import process from "node:process";

// Stands for a library that ends the thread.
process.exit(3);
