"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** Shows a link of a navigation, marked when it leads to the current page or to the section of it. */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = usePathname();
  const isHere = path === href;
  // "/office" contains all other pages, so it is marked on its own page only.
  const isAbove = href.split("/").length > 2 && path.startsWith(`${href}/`);
  return (
    <Link
      // Callers pass addresses of this site, which the type cannot express.
      href={href as Route}
      prefetch={false}
      aria-current={isHere ? "page" : isAbove ? "true" : undefined}
      className="flex min-h-11 items-center px-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:decoration-2"
    >
      {children}
    </Link>
  );
}
