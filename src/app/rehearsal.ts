/** Characters of a news story; a shorter text counts as one. */
const STORY = 4000;
/** Stories after which browsers have compiled the engine for speed: the second takes more than twice the time of the sixth. */
const ENOUGH = 6 * STORY;
/** Milliseconds between two analyses, in which requests have their turn and what was painted is drawn. */
const PAUSE = 50;

/**
 * Runs the first analysis of a process again while nobody waits, so that the next article has its labels sooner: browsers interpret code at
 * first, and compile what has run often.
 */
export class Rehearsal {
  #work = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** An analysis of so many characters is done; `again` does it again. Long articles are rehearsal enough. */
  done(characters: number, again: () => void): void {
    this.stop();
    this.#work += Math.max(characters, STORY);
    if (this.#work >= ENOUGH) return;
    this.#timer = setTimeout(() => {
      again();
      this.done(characters, again);
    }, PAUSE);
  }

  /** Somebody is about to wait: no rehearsal until the next analysis is done. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
