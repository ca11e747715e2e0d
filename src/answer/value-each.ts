/** Works out a number for each item; a loop, since `Float64Array.from` takes several times as long for short lists. */
export function valueEach<Item>(items: readonly Item[], value: (item: Item, index: number) => number): Float64Array {
  const values = new Float64Array(items.length);
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item !== undefined) values[index] = value(item, index);
  }
  return values;
}
