'use strict';
// Takes the place of native-watchdog, which ends the extension host when the server is gone.
exports.start = () => {
  // guard.mjs ends it.
};
