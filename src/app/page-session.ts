import type { Correction } from '../article/correction.ts';
import { extractInSteps } from '../page/extract/extract-article.ts';
import { Highlighter } from '../page/highlight.ts';
import { runResponsively, yieldToPage } from '../page/responsive.ts';
import { belowMiddle } from '../page/scroll-place.ts';
import { PageWatch } from '../page/watch.ts';
import { listenToBackground, requestAnalysis, tellBackground, whenExtensionGone } from '../platform/background-port.ts';
import { loadCorrections } from '../platform/corrections.ts';
import type { SessionCommand, SessionState, TabCommand, View } from '../platform/messages.ts';
import { listenToSurfaces, type SurfaceLines } from '../platform/session-port.ts';
import {
  DEFAULT_SETTINGS,
  loadManagedSettings,
  loadSettings,
  type ManagedSettings,
  NO_MANAGED_SETTINGS,
  type Settings,
  watchSettings,
} from '../platform/settings.ts';
import { AnalysisRun, type Occasion } from './analysis-run.ts';
import { ArticleAddresses } from './article-addresses.ts';
import { firstView } from './first-view.ts';
import { KeptCorrections } from './kept-corrections.ts';
import { ReaderCard } from './reader-card.ts';
import { ReaderPlace } from './reader-place.ts';
import { moved, type Reading, readingOf, withCorrections } from './reading.ts';
import { visibleSentences } from './visible-sentences.ts';

/**
 * The extension in one page: finds the article, has it analysed, paints it, follows the page's changes, and holds the truth about the
 * tab for the surfaces that connect.
 */
export class PageSession {
  readonly #window: Window & typeof globalThis;
  readonly #highlighter: Highlighter;
  readonly #watch: PageWatch;
  readonly #run: AnalysisRun;
  readonly #surfaces: SurfaceLines;
  readonly #place: ReaderPlace;
  readonly #card: ReaderCard;
  readonly #kept: KeptCorrections;
  readonly #addresses = new ArticleAddresses();
  readonly #stops: (() => void)[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  #managed: ManagedSettings = NO_MANAGED_SETTINGS;
  #view: View | null = null;
  #state: SessionState = { state: 'loading', progress: 0 };
  #reading: Reading | null = null;
  /** Sentence for which the reader asked to correct the label. */
  #correcting: number | null = null;
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
      returned: () => this.#run.begin('changed'),
    });
    this.#run = new AnalysisRun(
      (occasion, signal) => this.#findAndPaint(occasion, signal),
      (message) => this.#fail('error', message),
    );
    this.#surfaces = listenToSurfaces(
      () => this.#state,
      (command) => this.obey(command),
    );
    this.#place = new ReaderPlace(window, this.#highlighter, {
      reading: () => this.#reading,
      view: () => this.#view,
      isFollowed: () => this.#surfaces.anyone(),
      moved: () => this.#push(),
      left: () => this.#run.begin('changed'),
    });
    this.#card = new ReaderCard(window, {
      reading: () => this.#reading,
      view: () => this.#view,
      settings: () => this.#settings,
      mayCorrect: () => this.#managed.corrections,
      attend: (sentence) => this.#place.attend(sentence),
      step: (source, step) => this.goToNext(source, step),
      correct: (sentence) => this.#askForCorrection(sentence),
    });
    this.#kept = new KeptCorrections(
      () => this.#reading?.corrections,
      (corrections) => this.#applyCorrections(corrections),
    );
    this.#stops.push(
      () => this.#place.stop(),
      () => this.#kept.stop(),
      listenToBackground((message) => this.#obeyShortcut(message)),
      whenExtensionGone(() => this.end()),
    );
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Reads the settings and analyses the page; called once. */
  async start(): Promise<void> {
    this.#highlighter.clearLeftovers();
    // The background has its script to load and the model to read: it may begin while the article is being looked for.
    void tellBackground({ type: 'prepare' });
    this.#stops.push(watchSettings((read) => this.#changeSettings(read.settings)));
    // The task in which the browser compiled this script is long enough: the page has its turn before the article is looked for.
    await yieldToPage();
    if (!this.#ended) this.#run.begin('first');
  }

  /** Does what a surface asks for. */
  obey(command: SessionCommand): void {
    if (command.type === 'view') this.#changeView(command.view);
    else if (command.type === 'go-to-sentence') this.goTo(command.sentence);
    else if (command.type === 'go-to-next') this.goToNext(command.source, command.step);
    else if (command.type === 'corrections') void this.#correct(command.corrections);
    else if (command.type === 'analyse-again') this.#run.begin('first');
    else this.end();
  }

  /** Moves the reader to a sentence, and the open card with them. */
  goTo(sentence: number): void {
    if (!this.#place.goTo(sentence)) return;
    if (this.#card.isOpen) this.#card.open(sentence, { pointer: null, focus: false });
    this.#push();
  }

  goToNext(source: string | null, step: 1 | -1): number | null {
    const next = this.#place.next(source, step);
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
    this.#highlighter.remove();
    for (const stop of this.#stops) stop();
    void tellBackground({ type: 'badge', sources: null });
    this.#surfaces.close();
  }

  /** A page without an article that goes on changing (advertisements, tickers) is looked at a few times and then left alone. */
  #followChange(): void {
    if (!this.#reading && ++this.#vain > MOST_VAIN) return;
    this.#run.begin('changed');
  }

  /** Finds and analyses the article; one that reads as before is only tied to its nodes anew. */
  async #findAndPaint(occasion: Occasion, signal: AbortSignal): Promise<void> {
    if (occasion === 'first') this.#setState({ state: 'loading', progress: 0.1 });
    const chosen = Promise.all([loadSettings(), loadManagedSettings()]);
    const page = this.#window.document;
    const topOf = (element: Element) => belowMiddle(this.#window, element);
    const found = await runResponsively(extractInSteps(page, { url: this.#window.location.href, topOf }), signal);
    if (!found || signal.aborted) return;
    if (!found.ok) return this.#fail(found.failure, found.detail);
    const article = this.#addresses.own(found.article, found.articles.length > 0);
    this.#vain = 0;
    const [{ settings }, managed] = await chosen;
    this.#settings = settings;
    this.#managed = managed;
    if (this.#reading?.analysed.text === article.text) this.#reading = moved(this.#reading, found);
    else {
      if (this.#state.state !== 'ready') this.#setState({ state: 'loading', progress: 0.4 });
      const kept = article.url === null ? [] : loadCorrections(article.url);
      const analysed = await requestAnalysis(article);
      const corrections = await kept;
      if (signal.aborted) return;
      this.#card.close();
      this.#place.forget();
      this.#correcting = null;
      this.#reading = readingOf(found, analysed, corrections);
      this.#kept.watch(article.url);
      void tellBackground({ type: 'badge', sources: this.#reading.article.sources.length });
    }
    this.#watch.start(this.#reading.root, this.#reading.shadowRoots);
    await this.#paint(signal);
    this.#push();
  }

  async #paint(signal: AbortSignal): Promise<void> {
    const reading = this.#reading;
    if (!reading) return;
    this.#view ??= firstView(this.#settings, this.#managed);
    const sentences = visibleSentences(reading.article, reading.ranks, this.#view);
    await runResponsively(this.#highlighter.paint(reading.anchor, sentences, this.#settings), signal);
    this.#place.draw();
  }

  #repaint(): void {
    void this.#paint(this.#run.signal);
  }

  #askForCorrection(sentence: number): void {
    this.#correcting = sentence;
    this.#push();
    void tellBackground({ type: 'open-panel' });
  }

  #changeView(change: Partial<View>): void {
    this.#view = { ...(this.#view ?? firstView(this.#settings, this.#managed)), ...change };
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
    await this.#kept.save({ url, title }, corrections);
    this.#push();
  }

  #applyCorrections(corrections: readonly Correction[]): void {
    if (!this.#reading) return;
    this.#reading = withCorrections(this.#reading, corrections);
    this.#repaint();
    this.#push();
  }

  #obeyShortcut({ command }: TabCommand): void {
    // A school that offers class mode only keeps the answers out of the page.
    if (this.#managed.classModeOnly) return;
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
    this.#place.forget();
    this.#correcting = null;
    this.#setState({ state: 'loading', progress: 0 });
    this.#watch.start(null, []);
    this.#run.begin('first');
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
      current: this.#place.current,
      correcting: this.#correcting,
      corrections,
      notKept: this.#kept.notKept,
    });
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#surfaces.push(state);
  }
}

const MOST_VAIN = 8;
