/** Entry point of every page but the chat: enhancements of pages that work without scripts. */
import { startLeaving } from './composer/leaving.js';
import { startAccountMenu } from './shell/account.js';
import { startBack } from './shell/back.js';
import { startTheme } from './shell/theme.js';
import { startSubmitOnce } from './shell/submitonce.js';
import { startPrint } from './shell/print.js';
import { startShowPassword } from './shell/showpassword.js';
import { startEnter } from './shell/enter.js';
import { startFlash } from './shell/flash.js';
import { showLocalTimes, startLocalTimes } from './shell/times.js';
import { localStore, notifyKey } from './shell/storage.js';
import { startFileSize } from './shell/filesize.js';
import { startKeptFields } from './shell/keptfields.js';

/** Closes the connection when one signs out, so that its end does not redirect to the sign-in page. */
let hangUp = () => {};

startBack();
startAccountMenu();
startLeaving(() => hangUp());
startTheme();
startSubmitOnce();
startPrint();
startShowPassword();
startFlash();
startLocalTimes();
startKeptFields();
startFileSize();
const byCode = document.getElementById('by-code');
if (byCode instanceof HTMLFormElement) startEnter(byCode);
if (document.getElementById('notify-here')) void import('./notify/device.js').then(({ startDevice }) => startDevice({ localStore, notifyKey }));
if (document.getElementById('board')) void import('./notices/board.js').then(({ startBoard }) => (hangUp = startBoard(showLocalTimes)));
