import { useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { rethrow } from "../../session/rethrow.ts";
import { Button } from "../../ui/Button.tsx";
import { useApplication } from "../application.ts";
import type { ExampleProgress } from "../example/example-ports.ts";
import { useErrorText } from "./error-text.ts";
import styles from "./pages.module.css";

type Loading =
  | { readonly state: "resting" }
  | { readonly state: "running"; readonly progress: ExampleProgress | null }
  | { readonly state: "failed"; readonly text: string };

/** The example and what writes it come when somebody wants them; null without a connection. */
async function fetchExample() {
  try {
    const [{ loadExample }, { examplePorts }] = await Promise.all([
      import("../example/load-example.ts"),
      import("../example/ports-of-surroundings.ts"),
    ]);
    return { loadExample, examplePorts };
  } catch {
    return null;
  }
}

/** Fills a new workshop with the example by the same calls people's work goes through. */
export function ExampleStart() {
  const t = useT();
  const { surroundings, router } = useApplication();
  const errorText = useErrorText();
  const [loading, setLoading] = useState<Loading>({ state: "resting" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const load = async () => {
    const controller = new AbortController();
    running.current = controller;
    setLoading({ state: "running", progress: null });
    const code = await fetchExample();
    if (!code) return setLoading({ state: "failed", text: t("errors.unreachable") });
    const loaded = await code.loadExample(code.examplePorts(surroundings), {
      signal: controller.signal,
      onProgress: (progress) => setLoading({ state: "running", progress }),
    });
    if (loaded.ok) {
      router.go({ page: "board", workshopId: loaded.value.created.workshopId, share: false });
      return;
    }
    const { error } = loaded;
    switch (error.reason) {
      case "aborted":
        return setLoading({ state: "resting" });
      case "failed":
        return setLoading({ state: "failed", text: errorText(error.failure) });
      case "rejected":
        return setLoading({ state: "failed", text: t(`rejections.${error.rejection}`) });
    }
  };

  switch (loading.state) {
    case "running": {
      const { progress } = loading;
      return (
        <div className={styles.fields}>
          <output>{t("start.example-loading")}</output>
          <progress
            className={styles.progress}
            aria-label={t("start.example-loading")}
            max={progress?.total ?? 1}
            value={progress?.done ?? 0}
          />
          <Button onClick={() => running.current?.abort()}>{t("start.example-stop")}</Button>
        </div>
      );
    }
    case "resting":
    case "failed":
      return (
        <div className={styles.fields}>
          {loading.state === "failed" && (
            <p className={styles.problem} role="alert">
              {loading.text}
            </p>
          )}
          <Button
            size="large"
            onClick={() => {
              load().catch(rethrow);
            }}
          >
            {t("start.example-go")}
          </Button>
        </div>
      );
  }
}
