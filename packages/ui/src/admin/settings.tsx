import { type HeldSetting, heldSettings } from "@ontsecretaressen/domain/comment-limits";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { ChoiceField } from "../form/choice-field.tsx";

const words: Record<HeldSetting, { label: string; why: string }> = {
  everyone: { label: "Van iedereen", why: "Elke reactie wacht tot een organisator hem plaatst." },
  first_timers: {
    label: "Van wie hier voor het eerst is",
    why: "Wie al een reactie op de site heeft, staat er meteen op.",
  },
  nobody: {
    label: "Van niemand",
    why: "Wie haar adres bevestigt, staat er meteen op. Wat op reclame lijkt, wacht nog steeds.",
  },
};

export type AdminSettingsPageProps = {
  settings: { heldComments: HeldSetting; version: number };
  notice: AdminNotice | null;
};

/** What holds for the whole site. */
export const AdminSettingsPage = ({ settings, notice }: AdminSettingsPageProps) => (
  <AdminFrame title="Instellingen" place="/beheer/instellingen/" notice={notice}>
    <form method="post" action="/beheer/instellingen/">
      <input type="hidden" name="version" value={String(settings.version)} />
      <ChoiceField
        name="heldComments"
        label="Welke reacties wachten op jullie?"
        choices={heldSettings.map((value) => ({ value, ...words[value] }))}
        values={{ heldComments: settings.heldComments }}
        faults={{}}
      />
      <button>Bewaar</button>
    </form>
  </AdminFrame>
);
