import type { AdminNotice } from "@ontsecretaressen/ui/admin/frame";

const sentences: Record<string, (count: number) => string> = {
  approve: (count) => (count === 1 ? "De reactie staat op de site." : `${count} reacties staan op de site.`),
  reject: (count) =>
    count === 1 ? "De reactie blijft van de site." : `${count} reacties blijven van de site.`,
  takeOff: (count) =>
    count === 1
      ? "De reactie is van de site. De schrijver krijgt je uitleg."
      : `${count} reacties zijn van de site. De schrijvers krijgen je uitleg.`,
  spam: (count) =>
    `${count === 1 ? "De reactie blijft" : `${count} reacties blijven`} van de site. We onthouden hoe reclame eruitziet.`,
  hold: (count) => (count === 1 ? "De reactie wacht weer." : `${count} reacties wachten weer.`),
  none: () => "Vink eerst aan welke reacties je bedoelt.",
  same: () => "Die stonden al zo. Er is niets veranderd.",
  undo: (count) =>
    count === 1 ? "De reactie is terug waar hij was." : `${count} reacties zijn terug waar ze waren.`,
  late: () => "Er is intussen iets anders mee gedaan. Er is niets veranderd.",
  uphold: () => "De reactie is van de site. De schrijver en de melder krijgen je uitleg.",
  dismiss: () => "De reactie blijft staan. De melder krijgt je uitleg.",
  repeat: () => "De e-mail gaat opnieuw. Hieronder zie je hoe het ermee gaat.",
  withhold: () => "De e-mail gaat niet uit.",
  correct: () => "Het adres is verbeterd. De e-mail gaat nu naar het goede adres.",
  lift: () => "Nieuwe e-mails gaan weer naar dit adres.",
  resume: () => "We proberen het weer. Gaat het nog niet, dan zie je dat hier.",
  settings: () => "Bewaard. Het geldt vanaf de volgende reactie.",
};

/** Where a page is shown again after an act, with what it will say. */
export function pathWithNotice(path: string, done: string, { count = 1, undo = "" } = {}): string {
  const url = new URL(path, "https://beheer.internal");
  url.searchParams.set("gedaan", done);
  if (count !== 1) url.searchParams.set("aantal", String(count));
  if (undo !== "") url.searchParams.set("terug", undo);
  return url.pathname + url.search;
}

/** What an address of `pathWithNotice` says; null for every other. */
export function noticeIn(query: URLSearchParams): AdminNotice | null {
  const done = query.get("gedaan") ?? "";
  const sentence = Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  if (sentence === undefined) return null;
  const count = Number.parseInt(query.get("aantal") ?? "1", 10);
  const undo = query.get("terug") ?? "";
  return { text: sentence(Number.isNaN(count) ? 1 : count), undo: isBundle(undo) ? undo : null };
}

/** Whether a text can name a bundle of acts. */
const isBundle = (text: string): boolean => /^aud_[0-9a-z]{1,40}$/u.test(text);
