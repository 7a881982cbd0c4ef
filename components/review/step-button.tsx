"use client";
import { useId } from "react";
import { useRefusalWords } from "@/components/forms/refusal-words";
import { Button } from "@/components/ui/button";
import type { Refusal } from "@/lib/domain/result/result";

/**
 * Shows the button of a step. When the step is not possible now, the button stays and can be focused, shows the refusal
 * that its command would answer, and sends nothing.
 */
export function StepButton({
  look,
  isTaking,
  refusal,
  children,
}: {
  look: "primary" | "secondary";
  isTaking: boolean;
  refusal: Refusal | null;
  children: React.ReactNode;
}) {
  const refusalWords = useRefusalWords();
  const why = useId();
  if (!refusal) {
    return (
      <p>
        <Button type="submit" look={look} disabled={isTaking}>
          {children}
        </Button>
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button aria-disabled={true} aria-describedby={why}>
        {children}
      </Button>
      <p id={why} className="max-w-text text-muted">
        {refusalWords(refusal).text}
      </p>
    </div>
  );
}
