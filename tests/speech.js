// A device's speech as the tests need it: `window.device` says what is wrong with it, `window.said` what was heard.
(function () {
  const device = window.device = Object.assign({ voices: null, late: 0, rest: 30, silent: false, endless: false, error: '', cutAt: Infinity }, window.device);
  const said = window.said = [];
  const voice = (name, lang, localService = true) => ({ name, lang, localService, voiceURI: name, default: false });
  const voices = device.voices || [voice('Sin-ji', 'zh-HK'), voice('Cantonese +x', 'yue'), voice('Meijia', 'zh-TW'), voice('Daniel', 'fr-FR'),
    voice('Net', 'zh-CN', false), voice('Tingting', 'zh_CN'), voice('Bopomofo', 'cmn-Hans-CN'), voice('Samantha', 'en-US'), voice('Kate', 'en-GB'), voice('Web', 'en-US', false)];
  const synth = new EventTarget();
  let current = null, timer = 0;
  const tell = (utterance, type, more) => { if (utterance['on' + type]) utterance['on' + type](Object.assign(new Event(type), more)); };
  const started = performance.now();
  Object.assign(synth, {
    speaking: false, pending: false, paused: false,
    getVoices: () => device.none || performance.now() - started < device.late ? [] : voices,
    speak(utterance) {
      if (device.error) return setTimeout(() => tell(utterance, 'error', { error: device.error }), 5);
      if (device.silent) return undefined;
      synth.speaking = true;
      current = utterance;
      said.push({ text: utterance.text, voice: utterance.voice && utterance.voice.name, lang: utterance.lang, rate: utterance.rate });
      tell(utterance, 'start');
      const cut = utterance.text.length > device.cutAt;
      if (!device.endless && !cut) timer = setTimeout(() => { synth.speaking = false; current = null; tell(utterance, 'end'); }, device.rest);
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
  if (device.late) setTimeout(() => synth.dispatchEvent(new Event('voiceschanged')), device.late + 20);
  const has = !device.missing;
  Object.defineProperty(window, 'speechSynthesis', { value: has ? synth : undefined, configurable: true });
  window.SpeechSynthesisUtterance = has ? function (text) { this.text = text; } : undefined;
})();
