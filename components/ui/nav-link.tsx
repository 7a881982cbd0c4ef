"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

/**
 * Shows a link of a navigation that says when it leads to the page one is on, or to the part of the site that holds it.
 */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = usePathname();
  const isHere = path === href;
  // "/office" is above everything; the others are above what lies below them.
  const isAbove = href.split("/").length > 2 && path.startsWith(`${href}/`);
  return (
    <Link
      // Callers hand in addresses of this site; the link is drawn for any of them.
      href={href as Route}
      prefetch={false}
      aria-current={isHere ? "page" : isAbove ? "true" : undefined}
      className="flex min-h-11 items-center px-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:decoration-2"
    >
      {children}
    </Link>
  );
}
