// Takes the place of native-watchdog, which ends the extension host when the server is gone: guard.mjs does that here.
'use strict';
exports.start = () => {};
