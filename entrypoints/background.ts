import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/app/background.ts';

// No module: of a classic worker Chromium keeps the compiled code, so that a start does not parse some megabytes (docs/performance.md).
export default defineBackground(startBackground);
