/** Keeps what is made of something, such as an article's rules or a vocabulary, as long as that is there. */
export function remember<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, Made>();
  return (from) => {
    const made = known.get(from) ?? make(from);
    known.set(from, made);
    return made;
  };
}
