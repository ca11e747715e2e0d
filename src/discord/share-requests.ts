/** Makes what gives everybody who asks for the same thing at the same time the outcome of one request. */
export function shareRequests<Value>(): (key: string, request: () => Promise<Value>) => Promise<Value> {
  const pending = new Map<string, Promise<Value>>();
  return (key, request) => {
    const known = pending.get(key);
    if (known) return known;
    const made = request().finally(() => pending.delete(key));
    pending.set(key, made);
    return made;
  };
}
