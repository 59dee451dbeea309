import type { ListedAct } from "@ontsecretaressen/domain/admin-answers";
import { AdminFrame, type AdminNotice, UndoForm } from "./frame.tsx";
import { listMomentOf } from "../words/dates.ts";

const words: Partial<Record<string, string>> = {
  "article.create": "begon een tekst",
  "article.save": "bewaarde een tekst",
  "article.schedule": "plande wanneer een tekst verschijnt",
  "article.unschedule": "haalde die planning weg",
  "page.create": "begon een pagina",
  "authors.create": "voegde een auteur toe",
  "authors.change": "veranderde een auteur",
  "authors.delete": "haalde een auteur weg",
  "categories.create": "voegde een categorie toe",
  "categories.change": "veranderde een categorie",
  "categories.delete": "haalde een categorie weg",
  "tags.create": "voegde een onderwerp toe",
  "tags.change": "veranderde een onderwerp",
  "tags.delete": "haalde een onderwerp weg",
  "article.publish": "zette een tekst op de site",
  "article.unpublish": "haalde een tekst van de site",
  "article.trash": "gooide een tekst weg",
  "article.untrash": "haalde een tekst uit de prullenbak",
  "comment.approve": "plaatste een reactie",
  "comment.reject": "wees een reactie af",
  "comment.spam": "noemde een reactie reclame",
  "comment.hold": "liet een reactie wachten",
  "comment.undo": "draaide terug wat er met een reactie was gedaan",
  "report.uphold": "gaf een melding gelijk",
  "report.dismiss": "liet een gemelde reactie staan",
  "email.repeat": "verstuurde een e-mail opnieuw",
  "email.withhold": "hield een e-mail tegen",
  "email.correct": "verbeterde een adres en verstuurde de e-mail opnieuw",
  "suppression.lift": "maakte een adres vrij",
  "pause.end": "liet de e-mails weer gaan",
  "settings.save": "veranderde de instellingen",
  "menu.save": "veranderde het menu",
  "media.create": "voegde een beeld toe",
  "media.save": "beschreef een beeld",
  "media.delete": "haalde een beeld weg",
  "session.plan": "plande een bijeenkomst",
  "session.change": "veranderde een bijeenkomst",
  "session.ask": "veranderde de vragen bij een bijeenkomst",
  "session.capacity": "veranderde hoeveel plekken een bijeenkomst heeft",
  "session.move": "verplaatste een bijeenkomst",
  "session.cancel": "zegde een bijeenkomst af",
  "session.message": "schreef de deelnemers van een bijeenkomst",
  "signup.cancel": "meldde iemand af",
  "signup.offer": "bood iemand op de wachtlijst een plek aan",
  "signup.move": "gaf iemand een plek bij een andere bijeenkomst",
  "signup.leave": "haalde iemand weg bij een bijeenkomst, voor een andere",
  "signup.attend": "schreef op dat iemand er was",
  "signup.unattend": "nam terug dat iemand er was",
  "step.change": "veranderde een stap",
  "step.open": "zette een stap open voor iemand",
  "step.shut": "zette een stap weer dicht voor iemand",
  "redirect.make": "verwees een oud adres door",
  "redirect.end": "haalde een verwijzing weg",
  "token.make": "maakte een sleutel",
  "token.end": "beëindigde een sleutel",
  import: "las teksten in",
  "person.erase": "iemand liet alles van zich weghalen",
  "forget.comments": "reacties die nooit op de site stonden zijn na hun tijd vergeten",
  "forget.details": "opmerkingen en antwoorden bij een aanmelding zijn na hun tijd vergeten",
  "forget.signups": "aanmeldingen zijn na hun tijd vergeten",
  "forget.people": "adressen zijn na hun tijd vergeten",
  export: "nam alles mee",
  "preview.make": "maakte een link naar een voorbeeld",
};

export type AdminJournalPageProps = { acts: ListedAct[]; next: string | null; notice: AdminNotice | null };

/** Who did what, newest first. What was done with comments can be undone while nothing else was done with them. */
export const AdminJournalPage = ({ acts, next, notice }: AdminJournalPageProps) => (
  <AdminFrame title="Journaal" place="/beheer/journaal/" notice={notice}>
    <table>
      <thead>
        <tr>
          <th scope="col">Wie</th>
          <th scope="col">Wat</th>
          <th scope="col">Waarover</th>
          <th scope="col">Wanneer</th>
          <th scope="col">Terug</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act, index) => (
          <tr>
            <td>{act.adminName || "geen organisator"}</td>
            <td>{words[act.act] ?? act.act}</td>
            <td>{act.about}</td>
            <td>
              <time datetime={act.at}>{listMomentOf(act.at)}</time>
            </td>
            <td>
              {act.undo !== null && acts.findIndex(({ undo }) => undo === act.undo) === index && (
                <UndoForm
                  bundle={act.undo}
                  place="/beheer/journaal/"
                  label={undoLabel(acts.filter(({ undo }) => undo === act.undo).length)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {next !== null && (
      <p>
        <a href={`/beheer/journaal/?voor=${next}`}>Ouder</a>
      </p>
    )}
  </AdminFrame>
);

const undoLabel = (count: number): string => (count === 1 ? "Maak ongedaan" : `Maak alle ${count} ongedaan`);
