import { Notice } from "../page/notice.tsx";
import { sentScript } from "../page/scripts.ts";

/** Where a comment stands that somebody just sent: its email went out, or what its own writer may know. */
export type SentState = "mail" | "waiting" | "visible" | "rejected";

const words: Record<Exclude<SentState, "visible">, { title: string; text: string }> = {
  mail: {
    title: "Nog één stap: kijk in je mailbox",
    text: "Daar staat een mail van ons met een knop. Als je daarop drukt, gaat je reactie door. Komt er geen mail? Dan stuurden we dit adres net al een paar keer een mail over een reactie. Druk op de knop in een van die mails en plaats je reactie daarna nog een keer: dan kennen we je.",
  },
  waiting: {
    title: "Dank je wel, je reactie is binnen",
    text: "Een organisator leest even mee. Daarna staat je reactie voor iedereen op de site.",
  },
  rejected: {
    title: "Je reactie staat niet op de site",
    text: "Een organisator las hem en heeft hem niet geplaatst. Wil je weten waarom? Mail dan naar redactie@ontsecretaressen.eu.",
  },
};

/** What somebody is told on her own article page; where she sees her comment on the site, nothing. */
export const Thanks = ({ state }: { state: SentState }) => (
  <>
    {state !== "visible" && (
      <Notice>
        <p>
          <b>{words[state].title}</b>
        </p>
        <p>{words[state].text}</p>
      </Notice>
    )}
    <script dangerouslySetInnerHTML={{ __html: sentScript }} />
  </>
);
