import { SaxesParser } from "saxes";

/** An element as it was read. `name` is `{namespace}local`, or `local` without a namespace; `text` is all text in it. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
};

/** Reads XML as strictly as the specification asks; throws at the first thing that is not well-formed. */
export function readXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const document: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [document];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const element: Element = {
      name: uri === "" ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
      text: "",
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const addText = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  const root = document.children[0];
  if (root === undefined) throw new Error("XML without an element");
  return root;
}

/** The elements of one name right below. */
export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** The text of the one element of that name right below; throws when there is none, or more than one. */
export function textOf(element: Element, name: string): string {
  const [child, ...others] = childrenOf(element, name);
  if (child === undefined || others.length > 0) throw new Error(`not one ${name}`);
  return child.text;
}
