/**
 * The script of GraphiQL's page. It runs in the browser, as plain as old browsers want it: the language is remembered; what is asked goes to
 * the address of the page itself; where people sign in it says who one is, with the role's headers in the editor.
 */
export const startScript = `"use strict";
(function () {
  var settings = JSON.parse(document.getElementById("settings").textContent);
  var signIn = settings.signIn;
  var language = document.getElementById("language");
  var who = { role: "ANONYMOUS" };
  var spoken = (window.navigator && window.navigator.languages) || [];
  var own = spoken.map(function (tag) { return tag.slice(0, 2).toUpperCase(); }).filter(function (code) { return /^(FR|NL|EN)$/.test(code); })[0];
  language.value = window.localStorage.getItem("parcours:language") || own || language.value;
  language.addEventListener("change", function () {
    window.localStorage.setItem("parcours:language", language.value);
    showWho();
  });

  function ask(body, options) {
    return fetch(window.location.pathname, {
      method: "POST",
      headers: Object.assign({}, options && options.headers, { "content-type": "application/json", "accept-language": language.value.toLowerCase() }),
      body: JSON.stringify(body),
    }).then(function (response) {
      if (signIn && response.status === 401) learnWho().then(showWho);
      return response.json();
    });
  }

  function learnWho() {
    return fetch("/auth/me", { headers: { accept: "application/json" } })
      .then(function (response) { return response.ok ? response.json() : { role: "ANONYMOUS" }; })
      .catch(function () { return { role: "ANONYMOUS" }; })
      .then(function (answer) { who = answer; });
  }

  function showWho() {
    if (!signIn) return;
    var texts = signIn.texts[language.value];
    var isKnown = who.role !== "ANONYMOUS";
    document.getElementById("sign-in-bar").lang = language.value.toLowerCase();
    document.getElementById("language-label").lang = language.value.toLowerCase();
    document.getElementById("language-label").textContent = texts.language;
    document.getElementById("who").textContent = isKnown ? who.role + (who.agency ? " · " + who.agency : "") : texts.nobody;
    document.getElementById("sign-in").textContent = texts.signIn;
    document.getElementById("sign-in").hidden = isKnown;
    document.getElementById("sign-out").textContent = texts.signOut;
    document.getElementById("sign-out").hidden = !isKnown;
  }

  function signOut() {
    fetch("/auth/logout", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })
      .then(function () { window.location.reload(); });
  }

  function render(headers) {
    var properties = { fetcher: ask, defaultQuery: settings.query, shouldPersistHeaders: false };
    if (settings.variables) properties.variables = settings.variables;
    if (headers) Object.assign(properties, { headers: headers, defaultHeaders: headers });
    ReactDOM.createRoot(document.getElementById("graphiql")).render(React.createElement(GraphiQL, properties));
  }

  if (!signIn) return render();
  document.getElementById("sign-out").addEventListener("click", signOut);
  learnWho().then(function () {
    showWho();
    render(JSON.stringify(signIn.headers[who.role] || {}, null, 2));
  });
})();
`;
