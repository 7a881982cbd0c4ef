import type { EnglishMessages } from "../generated/english";
import accessibility from "./accessibility.json";
import aims from "./aims.json";
import assessing from "./assessing.json";
import assessments from "./assessments.json";
import board from "./board.json";
import chain from "./chain.json";
import charts from "./charts.json";
import checks from "./checks.json";
import choices from "./choices.json";
import compare from "./compare.json";
import diff from "./diff.json";
import discussion from "./discussion.json";
import due from "./due.json";
import embed from "./embed.json";
import errors from "./errors.json";
import evidence from "./evidence.json";
import feedback from "./feedback.json";
import feedbackInbox from "./feedback-inbox.json";
import fields from "./fields.json";
import files from "./files.json";
import history from "./history.json";
import jobs from "./jobs.json";
import lists from "./lists.json";
import local from "./local.json";
import network from "./network.json";
import notices from "./notices.json";
import office from "./office.json";
import openData from "./open-data.json";
import organisations from "./organisations.json";
import origin from "./origin.json";
import partners from "./partners.json";
import people from "./people.json";
import progress from "./progress.json";
import promises from "./promises.json";
import pub from "./public.json";
import published from "./published.json";
import record from "./record.json";
import reports from "./reports.json";
import review from "./review.json";
import saving from "./saving.json";
import sheets from "./sheets.json";
import signIn from "./sign-in.json";
import support from "./support.json";
import table from "./table.json";
import threads from "./threads.json";
import timeline from "./timeline.json";
import translating from "./translating.json";

declare module "next-intl" {
  /** What next-intl checks every key, value and tag by. Its locale is not ours: it is told how Intl writes days. */
  interface AppConfig {
    Messages: EnglishMessages;
  }
}

/** The English words. Their type says what each takes; it is generated of these very files (scripts/setup/type-messages.mjs). */
export const words = {
  accessibility,
  aims,
  assessing,
  assessments,
  board,
  chain,
  charts,
  checks,
  choices,
  compare,
  diff,
  discussion,
  due,
  evidence,
  feedback,
  feedbackInbox,
  fields,
  files,
  history,
  lists,
  jobs,
  local,
  network,
  notices,
  office,
  organisations,
  origin,
  partners,
  openData,
  people,
  progress,
  public: pub,
  published,
  record,
  reports,
  review,
  errors,
  embed,
  sheets,
  signIn,
  support,
  promises,
  table,
  threads,
  timeline,
  saving,
  translating,
} satisfies Record<keyof EnglishMessages, object> as EnglishMessages;
