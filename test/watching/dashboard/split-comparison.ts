/**
 * Parts an expression at its comparison, which gives nothing as long as all is well: both sides are to give something.
 * What is compared with a mere number gives one part.
 */
export function splitComparison(expression: string): readonly string[] {
  let depth = 0;
  const outer = expression.replaceAll(/"(?:[^"\\]|\\.)*"|[^"]/gu, (sign) => {
    if (/^[([{]$/u.test(sign)) depth += 1;
    const isOutside = depth === 0 && sign.length === 1;
    if (/^[)\]}]$/u.test(sign)) depth -= 1;
    return isOutside ? sign : "·".repeat(sign.length);
  });
  const [found] = /[<>=!]=|[<>]/u.exec(outer) ?? [];
  if (found === undefined) return [expression];
  const at = outer.indexOf(found);
  const sides = [expression.slice(0, at), expression.slice(at + found.length)].map((side) => side.trim());
  return sides.filter((side) => !/^[\d.]+$/u.test(side));
}
