/** How WeChat answers: through callbacks, later, never in the same turn. */
export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

export type Options = Callbacks & Record<string, unknown>;

export class WxFailure extends Error {
  constructor(
    readonly api: string,
    readonly words: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(`${api}:fail ${words}`);
  }
}

/** An asynchronous API with callbacks: what `run` gives is its answer, what it throws as WxFailure its failure. */
export const api =
  (name: string, run: (options: Options) => unknown, onError: (error: unknown) => void) =>
  (options: Options = {}): void => {
    const tell = (callback: ((result: unknown) => void) | undefined, result: unknown) => {
      try {
        callback?.(result);
        options.complete?.(result);
      } catch (error) {
        onError(error);
      }
    };
    void Promise.resolve()
      .then(() => run(options))
      .then(
        (result) => tell(options.success, { errMsg: `${name}:ok`, ...(result as object | undefined) }),
        (error: unknown) => {
          if (!(error instanceof WxFailure)) onError(error);
          const more = error instanceof WxFailure ? error.more : {};
          tell(options.fail, { errMsg: error instanceof Error ? error.message : String(error), ...more });
        },
      );
  };
