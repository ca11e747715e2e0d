// Stands for a file whose reading never comes to an end.
for (;;);
