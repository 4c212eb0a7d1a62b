import { Eye, EyeOff, GraduationCap, Keyboard, MoonStar, Printer, Tag, Tags, ZoomIn, ZoomOut } from 'lucide-preact';
import { t } from '../../platform/i18n.ts';
import { openPage } from '../../platform/tabs.ts';
import { Button, IconButton } from '../components/button.tsx';
import { tabOfAddress } from '../panel/follow-tab.ts';
import { type LessonAction, type LessonState, TYPE_SIZES } from './lesson-state.ts';

interface LessonBarProps {
  readonly state: LessonState;
  readonly act: (action: LessonAction) => void;
}

/** What the presenter's keys do, as buttons. */
export function LessonBar({ state, act }: LessonBarProps) {
  const { exercise, labels, names, size } = state;
  return (
    <header class="classroom__bar">
      <Button icon={GraduationCap} look={exercise ? 'quiet' : 'primary'} onClick={() => act('exercise')}>
        {exercise ? t('class_end_exercise') : t('class_start_exercise')}
      </Button>
      {!exercise && (
        <>
          <Button icon={labels ? Tags : Tag} pressed={labels} onClick={() => act('labels')}>
            {t('class_labels')}
          </Button>
          <Button icon={names ? Eye : EyeOff} pressed={names} onClick={() => act('names')}>
            {t('class_names')}
          </Button>
        </>
      )}
      <span class="classroom__right">
        <IconButton icon={ZoomOut} label={t('class_smaller')} onClick={() => act('smaller')} disabled={size === 0} />
        <IconButton
          icon={ZoomIn}
          label={t('class_larger')}
          onClick={() => act('larger')}
          disabled={size === TYPE_SIZES.length - 1}
        />
        <IconButton icon={MoonStar} label={t('class_dark')} pressed={state.dark} onClick={() => act('dark')} />
        <IconButton
          icon={Printer}
          label={t('panel_worksheet')}
          onClick={() => void openPage(`/worksheet.html?tab=${tabOfAddress() ?? ''}`)}
        />
        <IconButton icon={Keyboard} label={t('class_shortcuts')} expanded={state.help} onClick={() => act('help')} />
      </span>
    </header>
  );
}
