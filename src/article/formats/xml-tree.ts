import { Parser } from "htmlparser2";

/** An element of XML, named without its prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text within, tidied. */
  readonly text: string;
}

interface OpenXml extends XmlElement {
  readonly children: OpenXml[];
  text: string;
}

const [DEEPEST, MOST_ELEMENTS] = [200, 200_000];

/** XML that no honest file holds; the message says what. */
export class XmlError extends Error {}

/**
 * Reads a small XML file.
 *
 * @throws XmlError where it declares entities, which are never expanded or fetched, or is absurdly deep or large.
 */
export function readXml(source: string): XmlElement {
  if (/<!ENTITY/iu.test(source)) throw new XmlError("declares entities of its own, which are never expanded");
  const root: OpenXml = { name: "#root", attributes: {}, children: [], text: "" };
  const path = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (path.length > DEEPEST) throw new XmlError(`nests its elements more than ${DEEPEST} deep`);
        if (elements > MOST_ELEMENTS) throw new XmlError(`holds more than ${MOST_ELEMENTS} elements`);
        const element = { name: localName(name), attributes, children: [], text: "" };
        path.at(-1)?.children.push(element);
        path.push(element);
      },
      onclosetag() {
        const element = path.pop();
        if (!element) return;
        element.text = element.text.replaceAll(/\s+/gu, " ").trim();
        const outer = path.at(-1);
        if (outer && outer !== root) outer.text += element.text;
      },
      ontext(text) {
        const open = path.at(-1);
        if (open && open !== root) open.text += text;
      },
    },
    { xmlMode: true },
  );
  parser.write(source);
  parser.end();
  return root;
}

/** Lists the elements of a name within another, in the order of the file. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findElements(child, name)]);
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
