import choices from "./choices.json";
import fields from "./fields.json";
import office from "./office.json";
import people from "./people.json";
import pub from "./public.json";
import review from "./review.json";
import rules from "./rules.json";
import signIn from "./sign-in.json";
import timeline from "./timeline.json";

export const words = {
  choices,
  fields,
  office,
  people,
  public: pub,
  review,
  rules,
  signIn,
  timeline,
};
