import type { ComponentChildren } from 'preact';
import { TOO_DEEP } from '../../article/article.ts';
import { messageLanguage, t, tNamed } from '../../platform/i18n.ts';
import type { SessionState } from '../../platform/messages.ts';
import { Button } from '../components/button.tsx';
import { Progress } from '../components/progress.tsx';
import type { SurfaceState } from '../session.ts';

type NothingToShow = Exclude<SurfaceState, Extract<SessionState, { state: 'ready' }>>;

interface ExplanationProps {
  readonly state: NothingToShow;
  readonly onTryAgain: () => void;
}

/** Why there is no article to show, in words, and the way on. */
export function Explanation({ state, onTryAgain }: ExplanationProps) {
  switch (state.state) {
    case 'loading':
      return (
        <Message title={t('popup_reading')} live="status">
          <Progress label={t('popup_reading')} value={state.progress} />
          <p class="soft small">{t('popup_reading_hint')}</p>
        </Message>
      );
    case 'restricted':
      return (
        <Message title={t('popup_restricted_title')}>
          <p>{tNamed('popup_restricted', state.restriction)}</p>
        </Message>
      );
    case 'no-article':
      return (
        <Message title={t('popup_no_article_title')}>
          <p>{t(state.detail === TOO_DEEP ? 'popup_too_deep_text' : 'popup_no_article_text')}</p>
          <Button onClick={onTryAgain}>{t('action_try_again')}</Button>
        </Message>
      );
    case 'unsupported-language':
      return (
        <Message title={t('popup_unsupported_language_title')}>
          <p>{languageText(state.detail)}</p>
        </Message>
      );
    case 'gone':
      return (
        <Message title={t('popup_error_gone_title')} live="alert">
          <p>{t('popup_error_gone_text')}</p>
          <Button look="primary" onClick={onTryAgain}>
            {t('action_try_again')}
          </Button>
        </Message>
      );
    case 'error':
      return (
        <Message title={t('popup_error_title')} live="alert">
          <p>{t('popup_error_text')}</p>
          {state.detail !== '' && <p class="soft small">{state.detail}</p>}
          <Button look="primary" onClick={onTryAgain}>
            {t('action_try_again')}
          </Button>
        </Message>
      );
  }
}

interface MessageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly live?: 'status' | 'alert';
}

function Message({ title, children, live }: MessageProps) {
  return (
    // Another element for another message: a screen reader says what is new, not what changed its role.
    <div key={title} class="popup__message" role={live}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** Names the article's language where its tag is a known one. */
function languageText(tag: string): string {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return t('popup_unsupported_language_unknown');
  const name = new Intl.DisplayNames(messageLanguage(), { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? t('popup_unsupported_language_unknown') : t('popup_unsupported_language_text', name);
}
