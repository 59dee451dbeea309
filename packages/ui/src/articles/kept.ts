import type { ArticleView } from "@ontsecretaressen/domain/article";
import { browserDays, retentionDays } from "@ontsecretaressen/domain/retention";
import { holdHours, signupTerms } from "@ontsecretaressen/domain/signup";

const { unproved, rejected, spam, network, address, report } = retentionDays;

const kept = [
  "een reactie op de site: tot je hem weghaalt",
  `een reactie of adres dat je niet bevestigde: ${unproved} dagen`,
  `een reactie die we niet plaatsten of weghaalden: ${rejected} dagen daarna`,
  `reclame: ${spam} dagen`,
  `je e-mailadres: ${address} dagen na je laatste reactie, of zolang je een gesprek volgt, nieuwe artikelen krijgt of bent aangemeld`,
  `de code van je netwerk: ${network} dag`,
  `een melding, met je adres: ${report} dagen na ons besluit`,
  `een plek die je niet bevestigt: ${holdHours} uur, en je gegevens nog ${unproved} dagen`,
  `je opmerking en antwoorden bij een bijeenkomst: ${signupTerms.detailsDays} dagen daarna`,
  `je aanmelding: ${address} dagen daarna, en ${signupTerms.attendedYears} jaar als je erbij was`,
  `je vraag om een mail over een stap: ${address} dagen na die mail`,
  `de cookie waaraan we je herkennen: ${browserDays} dagen`,
];

/** The privacy page with what the night really goes by, below what organisers wrote; any other text as it is. */
export const withKept = (article: ArticleView): ArticleView =>
  article.slug === "privacy"
    ? {
        ...article,
        html: `${article.html}<h2>Hoe lang we iets bewaren</h2><ul><li>${kept.join("</li><li>")}</li></ul>`,
      }
    : article;
