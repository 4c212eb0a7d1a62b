import { BASES, STATUSES } from '../../article/attribution.ts';
import { t, tNamed } from '../../platform/i18n.ts';
import { Section } from './section.tsx';

/** What the labels mean, how often they are right, and what the product does not do. */
export function AboutSection() {
  return (
    <Section id="about" title={t('options_about_title')} lead={t('disclaimer')}>
      <h3>{t('options_about_statuses')}</h3>
      <dl class="options__terms">
        {STATUSES.map((status) => (
          <>
            <dt key={status}>{tNamed('status', status)}</dt>
            <dd>{tNamed('status_meaning', status)}</dd>
          </>
        ))}
      </dl>
      <h3>{t('options_about_bases')}</h3>
      <dl class="options__terms">
        {BASES.map((basis) => (
          <>
            <dt key={basis}>{tNamed('basis', basis)}</dt>
            <dd>{tNamed('basis_meaning', basis)}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href="/codebook.txt">{t('options_about_codebook_link')}</a>
      </p>
      <h3>{t('options_about_accuracy')}</h3>
      <p>{t('options_about_accuracy_text')}</p>
      <p>
        <a href="/accuracy.txt">{t('options_about_accuracy_link')}</a>
      </p>
      <h3>{t('options_about_privacy')}</h3>
      <p>{t('options_about_privacy_text')}</p>
    </Section>
  );
}
