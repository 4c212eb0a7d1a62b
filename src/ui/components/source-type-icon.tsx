import {
  BriefcaseBusiness,
  CircleHelp,
  Eye,
  FileText,
  Globe,
  GraduationCap,
  HandHeart,
  HouseHeart,
  Landmark,
  Newspaper,
  Shield,
  Swords,
  User,
} from 'lucide-preact';
import type { SourceType } from '../../article/attribution.ts';
import { tNamed } from '../../platform/i18n.ts';
import type { Icon } from './icon.ts';

/** The icon of each type of source. */
export const SOURCE_TYPE_ICONS: Readonly<Record<SourceType, Icon>> = {
  government: Landmark,
  military: Shield,
  'armed-group': Swords,
  international: Globe,
  ngo: HandHeart,
  family: HouseHeart,
  business: BriefcaseBusiness,
  media: Newspaper,
  expert: GraduationCap,
  document: FileText,
  witness: Eye,
  person: User,
  unknown: CircleHelp,
};

/** The type of a source as an icon that has the type's name. */
export function SourceTypeIcon({ type, size = 14 }: { readonly type: SourceType; readonly size?: number }) {
  const Icon = SOURCE_TYPE_ICONS[type];
  const name = tNamed('source_type', type);
  return (
    <span class="source-type" role="img" aria-label={name} title={name}>
      <Icon size={size} aria-hidden="true" />
    </span>
  );
}
