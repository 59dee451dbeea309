/** That somebody was at a session, as it stands in the address that proves it. */
export type Certificate = {
  name: string;
  step: { title: string; position: number };
  session: { title: string; city: string; guides: string };
  /** The wall times of the meetings that she was at, and how many there were. */
  attended: string[];
  meetings: number;
};
