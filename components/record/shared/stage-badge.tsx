import { useTranslations } from "next-intl";
import type { Schedule, Stage } from "@/lib/domain/record/project";

const stageShapes: Record<Stage, string> = {
  planning: "○",
  ongoing: "◐",
  completed: "●",
  not_stated: "◌",
};

const scheduleShapes: Record<Schedule, string> = { on_time: "→", late: "▲", paused: "‖" };

/** Shows a project's stage as a shape and a word; colour is not needed to tell them apart. */
export function StageBadge({ stage }: { stage: Stage }) {
  const t = useTranslations("choices.stage");
  return <Shaped shape={stageShapes[stage]} word={t(stage)} />;
}

/** Shows a project's schedule as a shape and a word. */
export function ScheduleBadge({ schedule }: { schedule: Schedule }) {
  const t = useTranslations("choices.schedule");
  return (
    <Shaped
      shape={scheduleShapes[schedule]}
      word={t(schedule)}
      isWarning={schedule !== "on_time"}
    />
  );
}

function Shaped({ shape, word, isWarning }: { shape: string; word: string; isWarning?: boolean }) {
  return (
    <span className={`whitespace-nowrap ${isWarning ? "font-semibold text-warning" : ""}`}>
      <span aria-hidden="true" className="mr-1.5 inline-block w-4 text-center">
        {shape}
      </span>
      {word}
    </span>
  );
}
