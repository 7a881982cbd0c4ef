"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";

// Loaded for the preview, because the Markdown parser is a third of the page's script.
const MarkdownText = lazy(() =>
  import("@/components/record/shared/markdown").then((module) => ({
    default: module.MarkdownText,
  })),
);

/** Shows a Markdown field with a preview of what readers will see. */
export function MarkdownField({
  id,
  label,
  hint,
  errors,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  errors: string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("office.record");
  const [isPreview, setPreview] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2">
      {/* The field stays in the page during the preview, so that links to it and its errors work. */}
      <div className="w-full">
        <TextArea
          id={id}
          label={label}
          hint={hint}
          errors={errors}
          rows={8}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <Button
        aria-expanded={isPreview}
        aria-controls={`${id}-preview`}
        onClick={() => setPreview(!isPreview)}
      >
        {t("preview")}
      </Button>
      <div id={`${id}-preview`} hidden={!isPreview} className="w-full border-line border-l-4 pl-4">
        {isPreview && (
          <Suspense fallback={<p>{t("previewLoading")}</p>}>
            {value.trim() === "" ? <p>{t("previewEmpty")}</p> : <MarkdownText text={value} />}
          </Suspense>
        )}
      </div>
    </div>
  );
}
