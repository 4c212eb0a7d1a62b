import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Correction } from '../article/correction.ts';
import { rankSources } from '../article/summary.ts';
import { applyCorrections } from '../corrections/apply-corrections.ts';
import { Anchor } from '../page/anchor.ts';
import { type Extraction, extractInSteps } from '../page/extract/extract-article.ts';
import { Highlighter } from '../page/highlight.ts';
import { runResponsively } from '../page/responsive.ts';
import { PageWatch } from '../page/watch.ts';
import { listenToBackground, requestAnalysis, tellBackground } from '../platform/background-port.ts';
import { loadCorrections, saveCorrections, watchCorrections } from '../platform/corrections.ts';
import type { SessionCommand, SessionState, TabCommand, View } from '../platform/messages.ts';
import { listenToSurfaces, type SurfaceLines } from '../platform/session-port.ts';
import { DEFAULT_SETTINGS, loadSettings, type Settings, watchSettings } from '../platform/settings.ts';
import { nextSentence, visibleSentences } from './visible-sentences.ts';

type Found = Extract<Extraction, { ok: true }>;

/** What the session knows of an article that is analysed. */
interface Reading {
  readonly found: Found;
  readonly anchor: Anchor;
  /** As the engine made it, without the reader's corrections. */
  readonly analysed: AnnotatedArticle;
  readonly corrections: readonly Correction[];
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
}

/** Told of what the reader sees, for the hover card. */
export interface SessionView {
  readonly reading: Reading;
  readonly view: View;
  readonly current: number | null;
}

/**
 * The extension in one page: finds the article, has it analysed, paints it, follows the page's changes, and holds the truth about the
 * tab for the surfaces that connect.
 */
export class PageSession {
  readonly #window: Window & typeof globalThis;
  readonly #highlighter: Highlighter;
  readonly #watch: PageWatch;
  readonly #surfaces: SurfaceLines;
  readonly #stops: (() => void)[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  #view: View | null = null;
  #state: SessionState = { state: 'loading', progress: 0 };
  #reading: Reading | null = null;
  #current: number | null = null;
  #correcting: number | null = null;
  /** Ends the analysis that runs when another begins. */
  #run = new AbortController();
  #ended = false;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
    this.#highlighter = new Highlighter(window);
    this.#watch = new PageWatch(window, {
      touched: () => this.#takeBackWhatIsWrong(),
      settled: () => this.#analyse('changed'),
      navigated: () => this.#leave(),
      returned: () => this.#analyse('changed'),
    });
    this.#surfaces = listenToSurfaces(
      () => this.#state,
      (command) => this.obey(command),
    );
    this.#stops.push(listenToBackground((message) => this.#obeyShortcut(message)));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Reads the settings and analyses the page; called once. */
  async start(): Promise<void> {
    const { settings } = await loadSettings();
    this.#settings = settings;
    this.#stops.push(watchSettings((read) => this.#changeSettings(read.settings)));
    this.#analyse('first');
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
    this.#current = sentence;
    this.#emphasise();
    const element = reading.anchor.segmentsOf(target)[0]?.node.parentElement;
    const smooth = !this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'instant' });
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
    this.#highlighter.remove();
    for (const stop of this.#stops) stop();
    void tellBackground({ type: 'badge', sources: null });
    this.#surfaces.close();
  }

  /** Finds and analyses the article; one that reads as before is only tied to its nodes anew. */
  #analyse(occasion: 'first' | 'changed'): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#findAndPaint(occasion, this.#run.signal).catch((error: unknown) => {
      this.#fail('error', error instanceof Error ? error.message : String(error));
    });
  }

  async #findAndPaint(occasion: 'first' | 'changed', signal: AbortSignal): Promise<void> {
    if (occasion === 'first') this.#setState({ state: 'loading', progress: 0.1 });
    const page = this.#window.document;
    const found = await runResponsively(extractInSteps(page, { url: this.#window.location.href }), signal);
    if (!found || signal.aborted) return;
    if (!found.ok) return this.#fail(found.failure, found.detail);
    const anchor = new Anchor(found.article.text, found.map);
    if (this.#reading?.analysed.text === found.article.text) {
      this.#reading = { ...this.#reading, found, anchor };
    } else {
      if (this.#state.state !== 'ready') this.#setState({ state: 'loading', progress: 0.4 });
      const analysed = await requestAnalysis(found.article);
      const corrections = found.article.url === null ? [] : await loadCorrections(found.article.url);
      if (signal.aborted) return;
      this.#current = this.#correcting = null;
      this.#reading = this.#read(found, anchor, analysed, corrections);
      this.#watchCorrections(found.article.url);
      void tellBackground({ type: 'badge', sources: this.#reading.article.sources.length });
    }
    this.#watch.start(found.root, shadowRootsOf(found));
    await this.#paint(signal);
    this.#push();
  }

  #read(found: Found, anchor: Anchor, analysed: AnnotatedArticle, corrections: readonly Correction[]): Reading {
    const article = applyCorrections(analysed, corrections);
    return { found, anchor, analysed, corrections, article, ranks: rankSources(article) };
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
    const sentence = this.#current === null || !this.#view?.highlights ? null : reading.article.sentences[this.#current];
    this.#highlighter.emphasise(reading.anchor, { sentence: sentence ?? null, source: [], cue: [] });
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
    if (url !== null) await saveCorrections({ url, title }, corrections);
  }

  #applyCorrections(corrections: readonly Correction[]): void {
    if (!this.#reading) return;
    const { found, anchor, analysed } = this.#reading;
    this.#reading = this.#read(found, anchor, analysed, corrections);
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
    else this.goToNext(null, command === 'next' ? 1 : -1);
  }

  /** Live ranges give way when their words do; what is left is checked once the page has settled. */
  #takeBackWhatIsWrong(): void {
    this.#highlighter.keepStyled();
    if (this.#reading && !this.#reading.found.root.isConnected) this.#highlighter.erase();
  }

  /** The page shows another address: nothing of the last one may stay. */
  #leave(): void {
    this.#highlighter.erase();
    this.#reading = null;
    this.#current = this.#correcting = null;
    this.#setState({ state: 'loading', progress: 0 });
    this.#watch.start(null, []);
    this.#analyse('first');
  }

  #fail(state: 'no-article' | 'unsupported-language' | 'error', detail: string): void {
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
    });
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#surfaces.push(state);
  }
}

function firstView(settings: Settings): View {
  return {
    highlights: settings.highlightsAtFirst,
    hiddenSources: [],
    hiddenStatuses: settings.hiddenStatusesAtFirst,
    hiddenBases: [],
    minConfidence: settings.minConfidence,
  };
}

function shadowRootsOf(found: Found): Set<ShadowRoot> {
  const roots = found.map.map(({ node }) => node.getRootNode()).filter((root): root is ShadowRoot => root.nodeType === 11);
  return new Set(roots);
}
