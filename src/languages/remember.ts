/** Keeps what is made of something, such as an article's rules or a vocabulary, as long as that is there. */
export function remember<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, Made>();
  return (from) => {
    const kept = known.get(from);
    if (kept !== undefined) return kept;
    const made = make(from);
    known.set(from, made);
    return made;
  };
}

/**
 * Keeps what is made of two things as long as the first is there and not many others were asked for since: what is made may
 * grow with use.
 */
export function rememberLast<From extends object, With, Made>(
  make: (from: From, other: With) => Made,
  most: number,
): (from: From, other: With) => Made {
  const known = new WeakMap<From, { readonly other: With; readonly made: Made }>();
  let last: readonly WeakRef<From>[] = [];
  return (from, other) => {
    const kept = known.get(from);
    const found = kept && kept.other === other ? kept : { other, made: make(from, other) };
    if (kept !== found) known.set(from, found);
    if (last[0]?.deref() === from) return found.made;
    const others = last.filter((each) => ![undefined, from].includes(each.deref()));
    for (const each of others.slice(most - 1)) {
      const old = each.deref();
      if (old) known.delete(old);
    }
    last = [new WeakRef(from), ...others.slice(0, most - 1)];
    return found.made;
  };
}
