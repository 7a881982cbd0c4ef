import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/components/people/sign-out-button";
import { NavLink } from "@/components/ui/nav-link";
import {
  answersFeedback,
  holds,
  ownCityIds,
  type SignedIn,
  seesBoard,
} from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { countUnread } from "@/lib/queries/notification/notices";
import { listOwnPlans } from "@/lib/queries/record/plans";
import { currentActor } from "@/lib/web/session";

/** Shows the frame and the navigation of the office. Each page checks the session itself. */
export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor();
  const t = await getTranslations("office");
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-6">
      <a href="#content" className="sr-only focus:not-sr-only focus:py-2">
        {t("skip")}
      </a>
      {actor.kind === "signed_in" && <Header reader={actor} />}
      <main id="content" tabIndex={-1} className="grow pb-16 outline-none">
        {children}
      </main>
    </div>
  );
}

async function Header({ reader }: { reader: SignedIn }) {
  const t = await getTranslations("office");
  return (
    <header className="border-line border-b py-2 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="font-bold">{t("product")}</p>
        <div className="flex flex-wrap items-center gap-x-2">
          <p className="text-muted text-small">{reader.name}</p>
          <SignOutButton />
        </div>
      </div>
      <nav aria-label={t("nav.label")}>
        <ul className="-mx-2 flex flex-wrap">
          {(await listPlaces(reader)).map(({ href, label }) => (
            <li key={href}>
              <NavLink href={href}>{label}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

async function listPlaces(reader: SignedIn) {
  const t = await getTranslations("office.nav");
  const [plans, unread, inbox, feedback, organisations] = await Promise.all([
    listOwnPlans(reader),
    countUnread(reader),
    getTranslations("notices"),
    getTranslations("feedbackInbox"),
    getTranslations("organisations"),
  ]);
  const isAdministrator = holds(reader, "administrator");
  const addsPeople = [null, ...ownCityIds(reader)].some((cityId) =>
    can(reader, "person.add", { role: "editor", cityId }),
  );
  return [
    { href: "/office", label: t("home") },
    { href: "/office/inbox", label: inbox("nav", { count: unread }) },
    ...plans.map(({ id, cityName, period }) => ({
      href: `/office/plans/${id}`,
      label: plans.some((other) => other.id !== id && other.cityName === cityName)
        ? t("planOfPeriod", { city: cityName, period })
        : t("planOf", { city: cityName }),
    })),
    ...(isAdministrator ? [{ href: "/office/plans", label: t("plans") }] : []),
    ...(isAdministrator || plans.length > 1
      ? [{ href: "/office/projects", label: t("projects") }]
      : []),
    ...(seesBoard(reader) ? [{ href: "/office/board", label: t("board") }] : []),
    ...(reader.grants.length > 0 ? [{ href: "/office/submissions", label: t("submissions") }] : []),
    ...(reader.grants.length > 0 ? [{ href: "/office/reports", label: t("reports") }] : []),
    ...(answersFeedback(reader) ? [{ href: "/office/feedback", label: feedback("nav") }] : []),
    ...(can(reader, "organisation.manage", {})
      ? [{ href: "/office/organisations", label: organisations("title") }]
      : []),
    ...(addsPeople ? [{ href: "/office/people", label: t("people") }] : []),
    ...(isAdministrator ? [{ href: "/office/mail", label: inbox("queue.nav") }] : []),
    { href: "/office/account", label: t("account") },
  ];
}
