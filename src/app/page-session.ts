import type { Correction } from '../article/correction.ts';
import { extractInSteps } from '../page/extract/extract-article.ts';
import { Highlighter } from '../page/highlight.ts';
import { runResponsively } from '../page/responsive.ts';
import { ScrollPlace } from '../page/scroll-place.ts';
import { PageWatch } from '../page/watch.ts';
import { listenToBackground, requestAnalysis, tellBackground, whenExtensionGone } from '../platform/background-port.ts';
import { loadCorrections, saveCorrections, watchCorrections } from '../platform/corrections.ts';
import type { SessionCommand, SessionState, TabCommand, View } from '../platform/messages.ts';
import { listenToSurfaces, type SurfaceLines } from '../platform/session-port.ts';
import { DEFAULT_SETTINGS, loadSettings, type Settings, watchSettings } from '../platform/settings.ts';
import { emphasisOf } from './card-content.ts';
import { ReaderCard } from './reader-card.ts';
import { moved, type Reading, readingOf, withCorrections } from './reading.ts';
import { nextSentence, visibleSentences } from './visible-sentences.ts';

/**
 * The extension in one page: finds the article, has it analysed, paints it, follows the page's changes, and holds the truth about the
 * tab for the surfaces that connect.
 */
export class PageSession {
  readonly #window: Window & typeof globalThis;
  readonly #highlighter: Highlighter;
  readonly #place: ScrollPlace;
  readonly #watch: PageWatch;
  readonly #surfaces: SurfaceLines;
  readonly #card: ReaderCard;
  readonly #stops: (() => void)[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  #view: View | null = null;
  #state: SessionState = { state: 'loading', progress: 0 };
  #reading: Reading | null = null;
  #current: number | null = null;
  #correcting: number | null = null;
  #notKept = false;
  /** Sentence that is drawn as the reader's place; `#current` may go on from it as the page is scrolled. */
  #drawn: number | null = null;
  /** Ends the analysis that runs when one of another page begins. */
  #run = new AbortController();
  #running = false;
  /** The page changed while an analysis ran: another one is due. */
  #dueAgain = false;
  /** Analyses of changes in a page that had no article. */
  #vain = 0;
  #ended = false;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
    this.#highlighter = new Highlighter(window);
    this.#watch = new PageWatch(window, {
      touched: () => this.#takeBackWhatIsWrong(),
      settled: () => this.#followChange(),
      navigated: () => this.#leave(),
      returned: () => this.#analyse('changed'),
    });
    this.#card = new ReaderCard(window, {
      reading: () => this.#reading,
      view: () => this.#view,
      settings: () => this.#settings,
      attend: (sentence) => this.#attend(sentence),
      step: (source, step) => this.goToNext(source, step),
      correct: (sentence) => this.#askForCorrection(sentence),
    });
    this.#surfaces = listenToSurfaces(
      () => this.#state,
      (command) => this.obey(command),
    );
    this.#place = new ScrollPlace(window, () => this.#followScroll());
    this.#stops.push(
      () => this.#place.stop(),
      listenToBackground((message) => this.#obeyShortcut(message)),
    );
    this.#stops.push(whenExtensionGone(() => this.end()));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Reads the settings and analyses the page; called once. */
  async start(): Promise<void> {
    this.#highlighter.clearLeftovers();
    // The background has its script to load and the model to read: it may begin while the article is being looked for.
    void tellBackground({ type: 'prepare' });
    this.#analyse('first');
    this.#stops.push(watchSettings((read) => this.#changeSettings(read.settings)));
  }

  /** Does what a surface asks for. */
  obey(command: SessionCommand): void {
    if (command.type === 'view') this.#changeView(command.view);
    else if (command.type === 'go-to-sentence') this.goTo(command.sentence);
    else if (command.type === 'go-to-next') this.goToNext(command.source, command.step);
    else if (command.type === 'corrections') void this.#correct(command.corrections);
    else if (command.type === 'analyse-again') this.#analyse('first');
    else this.end();
  }

  /** Moves the reader to a sentence: scrolls it into view and draws it. */
  goTo(sentence: number): void {
    const reading = this.#reading;
    const target = reading?.article.sentences[sentence];
    if (!reading || !target) return;
    this.#current = this.#drawn = sentence;
    this.#emphasise();
    // What passes by on the way there is not where the reader is.
    this.#place.rest();
    const element = reading.anchor.segmentsOf(target)[0]?.node.parentElement;
    const smooth = !this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'instant' });
    if (this.#card.isOpen) this.#card.open(sentence, { pointer: null, focus: false });
    this.#push();
  }

  goToNext(source: string | null, step: 1 | -1): number | null {
    if (!this.#reading || !this.#view) return null;
    const next = nextSentence(this.#reading.article, this.#view, this.#current, source, step);
    if (next !== null) this.goTo(next);
    return next;
  }

  /** Takes every trace out of the page; the next injection starts anew. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#run.abort();
    this.#watch.stop();
    this.#card.remove();
    this.#stopWatchingCorrections();
    this.#highlighter.remove();
    for (const stop of this.#stops) stop();
    void tellBackground({ type: 'badge', sources: null });
    this.#surfaces.close();
  }

  /** Finds and analyses the article; one that reads as before is only tied to its nodes anew. */
  #analyse(occasion: 'first' | 'changed'): void {
    if (occasion === 'changed' && this.#running) {
      this.#dueAgain = true;
      return;
    }
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#running = true;
    this.#dueAgain = false;
    this.#findAndPaint(occasion, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#fail('error', error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        if (signal.aborted) return;
        this.#running = false;
        if (this.#dueAgain) this.#analyse('changed');
      });
  }

  /** A page without an article that goes on changing (advertisements, tickers) is looked at a few times and then left alone. */
  #followChange(): void {
    if (!this.#reading && ++this.#vain > MOST_VAIN) return;
    this.#analyse('changed');
  }

  async #findAndPaint(occasion: 'first' | 'changed', signal: AbortSignal): Promise<void> {
    if (occasion === 'first') this.#setState({ state: 'loading', progress: 0.1 });
    const settings = loadSettings();
    const page = this.#window.document;
    const found = await runResponsively(extractInSteps(page, { url: this.#window.location.href }), signal);
    if (!found || signal.aborted) return;
    if (!found.ok) return this.#fail(found.failure, found.detail);
    this.#vain = 0;
    this.#settings = (await settings).settings;
    if (this.#reading?.analysed.text === found.article.text) this.#reading = moved(this.#reading, found);
    else {
      if (this.#state.state !== 'ready') this.#setState({ state: 'loading', progress: 0.4 });
      const analysed = await requestAnalysis(found.article);
      const corrections = found.article.url === null ? [] : await loadCorrections(found.article.url);
      if (signal.aborted) return;
      this.#card.close();
      this.#current = this.#drawn = this.#correcting = null;
      this.#reading = readingOf(found, analysed, corrections);
      this.#watchCorrections(found.article.url);
      void tellBackground({ type: 'badge', sources: this.#reading.article.sources.length });
    }
    this.#watch.start(this.#reading.root, this.#reading.shadowRoots);
    await this.#paint(signal);
    this.#push();
  }

  async #paint(signal: AbortSignal): Promise<void> {
    const reading = this.#reading;
    if (!reading) return;
    this.#view ??= firstView(this.#settings);
    const sentences = visibleSentences(reading.article, reading.ranks, this.#view);
    await runResponsively(this.#highlighter.paint(reading.anchor, sentences, this.#settings), signal);
    this.#emphasise();
  }

  #repaint(): void {
    void this.#paint(this.#run.signal);
  }

  #emphasise(): void {
    const reading = this.#reading;
    if (!reading) return;
    const at = this.#view?.highlights ? this.#drawn : null;
    if (at === null) this.#highlighter.emphasise(reading.anchor);
    else this.#highlighter.emphasise(reading.anchor, emphasisOf(reading.article, at));
  }

  /** Surfaces mark where the reader is; nothing is drawn for it, and nothing is asked of the page where no surface is open. */
  #followScroll(): void {
    if (!this.#reading || !this.#surfaces.anyone()) return;
    const at = this.#place.sentenceAt(this.#reading.anchor, this.#reading.article.sentences, this.#current);
    if (at === null || at === this.#current) return;
    this.#current = at;
    this.#push();
  }

  /** The card is open at a sentence, or at none any more. */
  #attend(sentence: number | null): void {
    if (sentence === this.#drawn) return;
    this.#drawn = sentence;
    if (sentence !== null) this.#current = sentence;
    this.#emphasise();
    this.#push();
  }

  #askForCorrection(sentence: number): void {
    this.#correcting = sentence;
    this.#push();
    void tellBackground({ type: 'open-panel' });
  }

  #changeView(change: Partial<View>): void {
    this.#view = { ...(this.#view ?? firstView(this.#settings)), ...change };
    this.#repaint();
    this.#push();
  }

  #changeSettings(settings: Settings): void {
    this.#settings = settings;
    if (this.#view && settings.minConfidence !== this.#view.minConfidence)
      this.#changeView({ minConfidence: settings.minConfidence });
    else this.#repaint();
  }

  async #correct(corrections: readonly Correction[]): Promise<void> {
    const reading = this.#reading;
    if (!reading) return;
    this.#correcting = null;
    this.#applyCorrections(corrections);
    const { url, title } = reading.article;
    if (url === null) return;
    try {
      await saveCorrections({ url, title }, corrections);
      this.#notKept = false;
    } catch (error) {
      // A full disk, most likely: the corrections hold for as long as the page lives, and the reader is told so.
      console.error(error);
      this.#notKept = true;
    }
    this.#push();
  }

  #applyCorrections(corrections: readonly Correction[]): void {
    if (!this.#reading) return;
    this.#reading = withCorrections(this.#reading, corrections);
    this.#repaint();
    this.#push();
  }

  #stopWatchingCorrections: () => void = () => undefined;

  #watchCorrections(url: string | null): void {
    this.#stopWatchingCorrections();
    if (url === null) return;
    this.#stopWatchingCorrections = watchCorrections(url, (corrections) => {
      if (JSON.stringify(corrections) !== JSON.stringify(this.#reading?.corrections)) this.#applyCorrections(corrections);
    });
  }

  #obeyShortcut({ command }: TabCommand): void {
    if (command === 'toggle') this.#changeView({ highlights: !(this.#view?.highlights ?? true) });
    else {
      const next = this.goToNext(null, command === 'next' ? 1 : -1);
      if (next !== null) this.#card.open(next, { pointer: null, focus: true });
    }
  }

  /** Live ranges give way when their words do; what is left is checked once the page has settled. */
  #takeBackWhatIsWrong(): void {
    this.#highlighter.keepStyled();
    if (this.#reading && !this.#reading.root.isConnected) this.#highlighter.erase();
  }

  /** The page shows another address: nothing of the last one may stay. */
  #leave(): void {
    this.#card.close();
    this.#highlighter.erase();
    this.#reading = null;
    this.#vain = 0;
    this.#current = this.#drawn = this.#correcting = null;
    this.#setState({ state: 'loading', progress: 0 });
    this.#watch.start(null, []);
    this.#analyse('first');
  }

  #fail(state: 'no-article' | 'unsupported-language' | 'error', detail: string): void {
    this.#card.close();
    this.#highlighter.erase();
    this.#reading = null;
    this.#setState({ state, detail });
    void tellBackground({ type: 'badge', sources: null });
    this.#watch.start(null, []);
  }

  #push(): void {
    if (!this.#reading || !this.#view) return;
    const { article, corrections } = this.#reading;
    this.#setState({
      state: 'ready',
      article,
      view: this.#view,
      current: this.#current,
      correcting: this.#correcting,
      corrections,
      notKept: this.#notKept,
    });
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#surfaces.push(state);
  }
}

const MOST_VAIN = 8;

function firstView(settings: Settings): View {
  return {
    highlights: settings.highlightsAtFirst,
    hiddenSources: [],
    hiddenStatuses: settings.hiddenStatusesAtFirst,
    hiddenBases: [],
    minConfidence: settings.minConfidence,
  };
}
