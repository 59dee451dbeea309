/** A page component as the text of a whole document. */
export function renderDocument(element: { toString(): string }): string {
  return `<!doctype html>${element.toString()}`;
}
