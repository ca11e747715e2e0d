/** Writes a number of bytes for people, the same in all languages: `3 KB`, `1.2 MB`. */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
