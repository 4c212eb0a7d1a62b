import { allPacks, defaultPacks } from '../../src/packs/index.ts';
import { mountSurface } from '../../src/ui/mount.tsx';
import { Options } from '../../src/ui/options/options.tsx';

mountSurface('options_page_title', () => <Options builtInPacks={allPacks} packsOnAtFirst={defaultPacks} />);
