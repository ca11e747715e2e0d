// Stands for a file that expands without bound.
const kept: number[][] = [];
for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => at + kept.length));
