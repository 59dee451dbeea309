import type { Menu } from "@ontsecretaressen/domain/menu";
import { withMenu } from "./menu.tsx";

/** A page as the text of a whole document, with the menu around it; without one it gets the menu that we began with. */
export function renderDocument(element: { toString(): string }, menu: Menu | null = null): string {
  return withMenu(menu, () => `<!doctype html>${element.toString()}`);
}
