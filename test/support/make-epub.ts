import { strToU8, zipSync } from "fflate";

export interface EpubParts {
  readonly title?: string;
  /** Further elements of the metadata. */
  readonly metadata?: string;
  /** The bodies of the chapters, by their paths beside the package file. */
  readonly chapters: Readonly<Record<string, string>>;
  /** What the table of contents calls them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The old form of the table of contents instead of the new one. */
  readonly isOld?: boolean;
  readonly others?: Readonly<Record<string, string>>;
}

/** Writes a book as publishing programs do. */
export function makeEpub({
  title = "A book",
  metadata = "",
  chapters,
  labels = {},
  isOld,
  others = {},
}: EpubParts): Uint8Array {
  const paths = Object.keys(chapters);
  const items = paths.map((path, index) => `<item id="c${index}" href="${path}" media-type="application/xhtml+xml"/>`);
  const contents = isOld
    ? '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    : '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
  const spine = paths.map((_, index) => `<itemref idref="c${index}"/>`).join("");
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title>${metadata}</metadata><manifest>${contents}${items.join("")}</manifest><spine${isOld ? ' toc="ncx"' : ""}>${isOld ? "" : '<itemref idref="nav"/>'}${spine}</spine></package>`;
  const entries = Object.entries(labels);
  const nav = page(
    `<nav epub:type="toc"><h1>Contents</h1><ol>${entries.map(([path, label]) => `<li><a href="${path}">${label}</a></li>`).join("")}</ol></nav>`,
  );
  const ncx = `<ncx><navMap>${entries.map(([path, label]) => `<navPoint><navLabel><text>${label}</text></navLabel><content src="${path}#top"/></navPoint>`).join("")}</navMap></ncx>`;
  const files = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    "OEBPS/content.opf": opf,
    ...(isOld ? { "OEBPS/toc.ncx": ncx } : { "OEBPS/nav.xhtml": nav }),
    ...Object.fromEntries(Object.entries(chapters).map(([path, body]) => [`OEBPS/${path}`, page(body)])),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function page(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><link rel="stylesheet" href="s.css"/></head><body>${body}</body></html>`;
}
