import type { BlockKind } from '../../article/article.ts';
import { Wording } from '../../article/wording.ts';

/** A kind of text beside the article, and the words of class names, ids, roles and test ids that pages commonly give it. */
interface NoiseRule {
  readonly kind: BlockKind;
  readonly names: RegExp;
}

/**
 * Matched against whole words of the names that pages give their elements: `article__related-links` reads as
 * `article related links`. General words only, no site's own. Example: `<div class="c-newsletterSignup">`.
 */
const NOISE_RULES: readonly NoiseRule[] = [
  { kind: 'comment', names: /\b(?:comments?|disqus|discussion|replies|respond|coral|viafoura|reactions?)\b/ },
  {
    kind: 'caption',
    names:
      /\b(?:captions?|figcaption|credits?|photo ?credits?|image ?credits?|gallery|galleries|slideshow|slides?|carousel|lightbox|photo ?(?:wrap|box)|video ?(?:player|title|meta|caption|info)?|player|playlist|infographic)\b/,
  },
  {
    kind: 'byline',
    names:
      /\b(?:by ?lines?|authors?|author ?(?:bio|box|info|card|name)|bio|biography|contributors?|writers?|about ?the ?author|reporter|journalist|profile)\b/,
  },
  {
    kind: 'timestamp',
    names:
      /\b(?:time ?stamps?|date ?line|date ?time|datetime|publish(?:ed)? ?(?:date|time)|pub ?date|updated|post ?date|article ?date|dates?|times?)\b/,
  },
  {
    kind: 'related',
    names:
      /\b(?:related|recommend(?:ed|ations?|er)?|recirc(?:ulation)?|more ?(?:from|on|stories|news|like|in|about)|also|see ?also|read ?(?:more|next|also|this)|readmore|most ?(?:read|popular|viewed)|trending|popular|latest|top ?stor(?:y|ies)|you ?may|you ?might|further ?reading|up ?next|next ?(?:article|story|post|up)|prev(?:ious)? ?(?:article|story|post)|teasers?|cards?|tout|rail|outbrain|taboola|zergnet|revcontent|mgid|inline ?(?:link|article|story)|link ?(?:box|list|card)|in ?this ?(?:article|story)|table ?of ?contents|toc|key ?(?:points|takeaways|facts)|highlights|topics?|tags?|keywords|categor(?:y|ies)|breadcrumbs?|pagination|pager|jump ?links?|skip ?links?)\b/,
  },
  {
    kind: 'promotion',
    names:
      /\b(?:promos?|promotion(?:al|s)?|newsletters?|sign ?up|signup|subscri(?:be|ber|bers|ption|ptions)|regist(?:er|ration)|register ?wall|regwall|pay ?wall|meter|piano|offers?|donat(?:e|ion|ions)|support ?us|membership|ads?|advert(?:s|isement|isements|ising)?|adslot|ad ?(?:slot|unit|container|wrapper|placeholder)|dfp|gpt|sponsor(?:ed|s)?|partners?|commercial|affiliate|cta|call ?to ?action|app ?(?:download|promo|banner)|download|follow ?us|social|share|sharing|sharebar|share ?tools|toolbar|tools|addthis|whatsapp|telegram|facebook|twitter|instagram|consent|cookies?|gdpr|modal|popup|pop ?up|overlay|toast|notification|alerts?|breaking ?(?:bar|banner)|banner|disclaimer|copyright|licen[cs]e|syndication|corrections?|trust|poll|quiz|survey|feedback|bookmarks?|save|listen|audio|text ?to ?speech|tts|speechify|footnotes?|footer|navbar|nav|navigation|menu|masthead|side ?bar|sidebar|login|log ?in|account|search|weather|stocks?|ticker|quote ?(?:table|bar)|market ?(?:data|card|banner)|events?|podcast|(?:fact|info) ?box|glossary|identity|authentication|auth|blocker|forms?|error|placeholder|loading|hidden|hide|print ?only|no ?print|noprint|embed|embeds|tweet|fb|bluesky|tiktok|reddit|iframe|map|calculator)\b/,
  },
  // A pull quote repeats what the text says.
  { kind: 'promotion', names: /\b(?:pull ?quotes?|pullquote \w+|pulled ?quote|blockquote ?pull|quote ?(?:aside|card|box))\b/ },
];

/** Words that a container of the article itself carries; they outweigh noise words of the same element: `article-body has-sidebar`. */
const BODY_NAMES =
  /\b(?:article ?(?:body|content|text|copy|main|page|wrapper|container|detail|details)|story ?(?:body|content|text|copy|detail|details)|entry ?content|post ?(?:content|body|text)|body ?(?:copy|text|content|markup)|content ?(?:body|text|article)|main ?content|rich ?text|paragraphs?|text ?(?:block|component)|wysiwyg|prose|articlebody|storybody|page ?content)\b/;

/** `articleBody has-sidebar` → `article body has sidebar`. */
export function wordsOfName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Whether the names of an element are those of an article's body. */
export function namesBody(words: string): boolean {
  return BODY_NAMES.test(words);
}

/** Whether the names of an element say outright that it holds the article's words. */
export function declaresBody(words: string): boolean {
  return /\b(?:article ?body|story ?body|entry ?content|post ?content)\b/.test(words);
}

/** The kind of text beside the article that the names of an element speak of; null for none. */
export function namesNoise(words: string): BlockKind | null {
  if (words === '' || BODY_NAMES.test(words)) return null;
  return NOISE_RULES.find((rule) => rule.names.test(words))?.kind ?? null;
}

/** Openings and forms of promotions, credits and pointers that stand in the text itself; general newsroom phrases, no outlet's own. */
const PROMOTION_TEXT: readonly Wording[] = [
  new Wording(
    /^(?:sign ?up|subscribe|register|join|follow|download|get|click|tap|listen|watch|like|email|e-mail|contact|support|donate)\b.{0,90}\b(?:newsletters?|here|inbox|app|channels?|alerts?|emails?|facebook|twitter|instagram|whatsapp|telegram|youtube|tiktok|podcasts?|subscri\w+|google news|us|free|updates)\b[^.]{0,60}[.!:»>]?$/i,
    '^sign|^subscribe|^register|^join|^follow|^download|^get|^click|^tap|^listen|^watch|^like|^email|^e-mail|^contact|^support|^donate',
  ),
  new Wording(/^(?:subscribe|sign up|register|log ?in|sign in)\b.{0,120}$/i, '^subscribe|^sign|^register|^log'),
  new Wording(/\bsign up (?:for|to) (?:our|the|my|a)\b.{0,80}\b(?:newsletters?|emails?|briefing|alerts?|updates?)\b/i, 'sign up'),
  new Wording(
    /^(?:advertisement|advertising|sponsored|promoted|ad|story continues below.*|article continues below.*|continue reading.*|this story continues.*|scroll (?:down|to).*)$/i,
    '^ad|^sponsored|^promoted|^story continues|^article continues|^continue reading|^this story|^scroll',
  ),
  new Wording(
    /\b(?:all rights reserved|terms of (?:use|service)|privacy (?:policy|notice))\b/i,
    'rights reserved|terms of|privacy',
  ),
  new Wording(/^[^.!?“"]{0,60}https?:\/\/\S+$/i, 'http'),
  new Wording(/^(?:copyright\b|©|\(c\) ?\d{4})/i, '^copyright|^©|^(c)'),
  new Wording(
    /^(?:please )?(?:enable|disable|refresh|reload|try again)\b.{0,80}\b(?:javascript|page|browser|ad ?block\w*|cookies)\b/i,
    '^please|^enable|^disable|^refresh|^reload|^try again',
  ),
];
const RELATED_TEXT: readonly Wording[] = [
  new Wording(
    /^[\W_]*(?:read (?:more|also|next|on|the full|full)|also read|more (?:on|from|in|about|stories|to read|news)|related|see also|see more|don[’']?t miss|recommended|you may (?:also )?like|must read|read this|also see|watch(?: now| more| live| the video)?|listen|in pictures|in pics|gallery|video|photos?|explainer|opinion|analysis|exclusive|most read|up next|trending|further reading|editor[’']?s picks?|editorial|what to know|keep reading)\b[^.]{0,12}[:|»>–—-]/i,
    'read more|read also|read next|read on|read the full|read full|also read|more on|more from|more in|more about|more stories|more to read|more news|related|see also|see more|t miss|dont miss|recommended|you may|must read|read this|also see|watch|listen|in pictures|in pics|gallery|video|photo|explainer|opinion|analysis|exclusive|most read|up next|trending|further reading|editor|what to know|keep reading',
  ),
  new Wording(
    /^[\W_]*(?:read more|related(?: (?:stories|articles|content|links?|topics?|coverage))?|more stories|see also|also read|recommended(?: for you)?|most read|most popular|trending(?: now)?|what to read next|more like this|you may also like)[\W_]*$/i,
    'read more|related|more stories|see also|also read|recommended|most read|most popular|trending|what to read|more like this|you may also',
  ),
];
const CREDIT_TEXT: readonly Wording[] = [
  new Wording(
    /^(?:photo(?:graph)?s?|image|picture|pic|video|file|illustration|graphic|source|credit|credits)\s?(?:by|:|credit|courtesy|\/|copyright)/i,
    '^photo|^image|^pic|^video|^file|^illustration|^graphic|^source|^credit',
  ),
  new Wording(
    /\b(?:getty images|shutterstock|istock(?:photo)?|afp via|ap photo|reuters\/|epa-efe|pa (?:wire|archive|media)|alamy|file photo|file image|screengrab|screenshot)\b[^.]{0,40}[.)\]]?$/i,
    'getty images|shutterstock|istock|afp via|ap photo|reuters/|epa-efe|pa wire|pa archive|pa media|alamy|file photo|file image|screengrab|screenshot',
  ),
];
const BYLINE_TEXT: readonly Wording[] = [
  new Wording(
    /^(?:by|written by|reporting by|reported by|edited by|additional reporting(?: by)?|editing by|compiled by|with (?:files|reporting) from|— ?with files)\s+[A-Z][^.!?]{0,140}[.;]?$/,
    'by|with|additional reporting',
  ),
  new Wording(
    /^\(?(?:additional )?(?:reporting|editing|writing|compiled|produced) (?:and \w+ )?by\b.{0,240}$/i,
    'reporting|editing|writing|compiled|produced',
    ' by',
  ),
  new Wording(
    /^(?:updated|published|posted|last (?:updated|modified)|first published|modified|created)\b.{0,60}\d/i,
    '^updated|^published|^posted|^last|^first published|^modified|^created',
  ),
  new Wording(
    /^(?:the )?associated press (?:writers?|reporters?|journalists?|video)\b.{0,240}\b(?:contributed|reported)\b/i,
    'associated press',
  ),
  new Wording(/\b(?:contributed (?:to|reporting)|contributed from)\b[^.]{0,60}\.?$/i, 'contributed'),
  new Wording(/^[\w.+-]+@[\w-]+\.[\w.]+$/, '@'),
];

/** The kind of text beside the article that a block's words themselves speak of; null for none. */
export function readsAsNoise(text: string): BlockKind | null {
  if (text.length > 400) return null;
  if (RELATED_TEXT.some((form) => form.test(text))) return 'related';
  if (PROMOTION_TEXT.some((form) => form.test(text))) return 'promotion';
  if (text.length <= 300 && CREDIT_TEXT.some((form) => form.test(text))) return 'caption';
  if (BYLINE_TEXT.some((form) => form.test(text))) return 'byline';
  return null;
}
