// A device's speech as the tests need it: `window.device` says what is wrong with it, `window.said` what was heard.
// `rest` is how many milliseconds a sentence takes, 0 for none at all. `device.bring()` brings voices that are late,
// `device.finish()` ends the sentence that is being read.
(function () {
  const device = window.device = Object.assign({ voices: null, late: false, rest: 30, silent: false, endless: false, error: '', cutAt: Infinity }, window.device);
  const said = window.said = [];
  const voice = (name, lang, localService = true) => ({ name, lang, localService, voiceURI: name, default: false });
  const voices = device.voices || [voice('Sin-ji', 'zh-HK'), voice('Cantonese +x', 'yue'), voice('Meijia', 'zh-TW'), voice('Daniel', 'fr-FR'),
    voice('Net', 'zh-CN', false), voice('Tingting', 'zh_CN'), voice('Bopomofo', 'cmn-Hans-CN'), voice('Samantha', 'en-US'), voice('Kate', 'en-GB'), voice('Web', 'en-US', false)];
  const synth = new EventTarget();
  let current = null, timer = 0;
  const tell = (utterance, type, more) => { if (utterance['on' + type]) utterance['on' + type](Object.assign(new Event(type), more)); };
  const finish = utterance => {
    if (utterance !== current) return;
    synth.speaking = false;
    current = null;
    tell(utterance, 'end');
  };
  device.finish = () => finish(current);
  device.bring = () => { device.late = false; synth.dispatchEvent(new Event('voiceschanged')); };
  Object.assign(synth, {
    speaking: false, pending: false, paused: false,
    getVoices: () => device.none || device.late ? [] : voices,
    speak(utterance) {
      if (device.error) return setTimeout(() => tell(utterance, 'error', { error: device.error }), 5);
      if (device.silent) return undefined;
      synth.speaking = true;
      current = utterance;
      said.push({ text: utterance.text, voice: utterance.voice && utterance.voice.name, lang: utterance.lang, rate: utterance.rate });
      tell(utterance, 'start');
      const cut = utterance.text.length > device.cutAt;
      if (device.endless || cut) return undefined;
      if (device.rest) timer = setTimeout(() => finish(utterance), device.rest);
      else queueMicrotask(() => finish(utterance));
      return undefined;
    },
    // Android: it ends there.
    pause() { synth.cancel(); },
    resume() {},
    cancel() {
      try { sessionStorage.cancelled = location.pathname + ' ' + synth.speaking; } catch { /* refused */ }
      clearTimeout(timer);
      synth.speaking = false;
      const ended = current;
      current = null;
      if (ended) setTimeout(() => tell(ended, 'error', { error: 'interrupted' }), 5);
    },
  });
  const has = !device.missing;
  Object.defineProperty(window, 'speechSynthesis', { value: has ? synth : undefined, configurable: true });
  window.SpeechSynthesisUtterance = has ? function (text) { this.text = text; } : undefined;
})();
