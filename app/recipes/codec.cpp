// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/codec.h"

#include "edits/codec.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace oxp::recipes {
namespace {

using json::TokenKind;
using Code = Fault::Code;

constexpr auto FormatName = "recipes";
constexpr int FormatVersion = 1;
const QByteArray Indent = "      "; ///< of a recipe's members

template <typename T>
using Words = std::initializer_list<std::pair<T, const char *>>;

constexpr Words<Question::Kind> KindWords{{Question::Kind::Text, "text"},
                                          {Question::Kind::Number, "number"},
                                          {Question::Kind::Choice, "choice"},
                                          {Question::Kind::TrueFalse, "trueFalse"},
                                          {Question::Kind::Date, "date"}};
constexpr Words<Then> ThenWords{
    {Then::Nothing, "nothing"}, {Then::Retry, "retry"}, {Then::Promote, "promote"}};

template <typename T>
QString wordOf(const Words<T> &words, T value) {
  const auto found =
      std::find_if(words.begin(), words.end(), [value](const auto &pair) { return pair.first == value; });
  return QString::fromLatin1(found->second);
}

// --- writing -----------------------------------------------------------------------------------------------

/// The members of an object; what says nothing is left out.
class Members {
public:
  void add(const char *key, const QByteArray &json) { m_members << '"' + QByteArray(key) + "\":" + json; }
  void add(const char *key, const QString &text) {
    if (!text.isEmpty())
      add(key, json::escape(text));
  }
  void add(const char *key, const QStringList &texts) {
    QByteArrayList all;
    for (const QString &text : texts)
      all << json::escape(text);
    if (!all.isEmpty())
      add(key, '[' + all.join(", ") + ']');
  }
  QByteArray object() const { return '{' + m_members.join(", ") + '}'; }
  /// A line for each member.
  QByteArray lines(const QByteArray &indent) const {
    return "{\n" + indent + "  " + m_members.join(",\n  " + indent) + '\n' + indent + '}';
  }

private:
  QByteArrayList m_members;
};

/// A line for each: what stands in them stays byte for byte.
QByteArray listed(const QByteArrayList &all, const QByteArray &indent) {
  return all.isEmpty() ? "[]" : "[\n" + indent + "  " + all.join(",\n  " + indent) + '\n' + indent + ']';
}

QByteArray written(const Question &question) {
  Members members;
  members.add("name", question.name);
  members.add("label", question.label);
  members.add("kind", wordOf(KindWords, question.kind));
  members.add("choices", question.choices);
  members.add("pattern", question.pattern);
  members.add("default", question.fallback);
  if (!question.required)
    members.add("required", QByteArrayLiteral("false"));
  return members.object();
}

QByteArray written(const Recipe &recipe) {
  Members members;
  members.add("name", recipe.name);
  members.add("button", recipe.button);
  members.add("help", recipe.help);
  members.add("queues", recipe.queues);
  members.add("names", recipe.jobNames);
  QStringList states;
  for (const JobState state : recipe.states)
    states << QString::fromLatin1(stateWord(state));
  members.add("states", states);
  QByteArrayList questions;
  for (const Question &question : recipe.questions)
    questions << written(question);
  if (!questions.isEmpty())
    members.add("questions", listed(questions, Indent));
  QByteArrayList changes;
  for (const edits::Change &change : recipe.changes) {
    const QByteArray one = edits::toJson({change}); // without its brackets
    changes << one.sliced(1, one.size() - 2);
  }
  members.add("changes", listed(changes, Indent));
  if (recipe.then != Then::Nothing)
    members.add("then", wordOf(ThenWords, recipe.then));
  return members.lines("    ");
}

// --- reading -----------------------------------------------------------------------------------------------

/// A value of the text, and the way that led there. Reading goes on behind a fault with empty values; the
/// first one is what is told.
class Value {
public:
  struct Source {
    QByteArray text;
    json::Scan scan;
    std::optional<Fault> fault;
  };

  Value(Source &source, quint32 token, QString place)
      : m_source(&source)
      , m_token(token)
      , m_place(std::move(place)) {}

  void refuse(Code code, const QString &detail = {}) const {
    if (!m_source->fault)
      m_source->fault = Fault{code, m_place, detail, {}, {}};
  }
  /// False: it is of another kind, which is the fault then.
  bool is(TokenKind kind) const {
    if (m_source->scan.tokens[m_token].kind == kind)
      return true;
    refuse(Code::WrongKind);
    return false;
  }
  QByteArray raw() const { return json::valueText(m_source->text, m_source->scan, m_token).toByteArray(); }
  QString string() const { return is(TokenKind::String) ? json::unescape(raw()) : QString(); }
  QStringList strings() const {
    QStringList all;
    for (const Value &value : elements())
      all << value.string();
    return all;
  }
  bool truth() const {
    const QByteArray word = raw();
    if (word != "true" && word != "false")
      refuse(Code::WrongKind);
    return word == "true";
  }
  template <typename T>
  T word(const Words<T> &words) const {
    const QString text = string();
    for (const auto &[value, word] : words)
      if (text == QLatin1StringView(word))
        return value;
    refuse(Code::UnknownWord, text);
    return T();
  }
  std::vector<Value> elements() const {
    std::vector<Value> all;
    if (is(TokenKind::ArrayBegin))
      for (const quint32 token : json::children(m_source->scan, m_token))
        all.push_back({*m_source, token, m_place + u'/' + QString::number(all.size())});
    return all;
  }
  /// The members of an object, each handed to what its key is for. A key that is not among these, and one
  /// that stands there twice, is a fault.
  using Reader = std::pair<const char *, std::function<void(const Value &)>>;
  void members(const std::vector<Reader> &readers) const;
  const QString &place() const { return m_place; }
  Source &source() const { return *m_source; }

private:
  Source *m_source;
  quint32 m_token;
  QString m_place;
};

void Value::members(const std::vector<Reader> &readers) const {
  if (!is(TokenKind::ObjectBegin))
    return;
  QSet<QByteArray> seen;
  for (const quint32 key : json::children(m_source->scan, m_token)) {
    const QByteArray word = json::unescapeUtf8(json::tokenText(m_source->text, m_source->scan.tokens[key]));
    const Value value(*m_source, key + 1, m_place + u'/' + json::fromUtf8(word));
    const auto reader =
        std::find_if(readers.begin(), readers.end(), [&](const Reader &one) { return word == one.first; });
    if (reader == readers.end())
      value.refuse(Code::UnknownMember, json::fromUtf8(word));
    else if (seen.contains(word))
      value.refuse(Code::Taken, json::fromUtf8(word));
    else
      reader->second(value);
    seen.insert(word);
  }
}

template <typename T>
Value::Reader textInto(const char *key, T &place) {
  return {key, [&place](const Value &value) { place = value.string(); }};
}

Value::Reader textsInto(const char *key, QStringList &place) {
  return {key, [&place](const Value &value) { place = value.strings(); }};
}

Question readQuestion(const Value &value) {
  Question question;
  value.members({textInto("name", question.name),
                 textInto("label", question.label),
                 textsInto("choices", question.choices),
                 textInto("pattern", question.pattern),
                 textInto("default", question.fallback),
                 {"kind", [&](const Value &kind) { question.kind = kind.word(KindWords); }},
                 {"required", [&](const Value &required) { question.required = required.truth(); }}});
  return question;
}

std::vector<JobState> readStates(const Value &value) {
  std::vector<JobState> states;
  for (const Value &one : value.elements()) {
    const QString word = one.string();
    const JobState state = stateFromWord(word.toLatin1());
    if (state == JobState::Unknown || QString::fromLatin1(stateWord(state)) != word)
      one.refuse(Code::UnknownWord, word);
    states.push_back(state);
  }
  return states;
}

/// What edits::fromJson() would pass over is refused here.
void refuseUnknownMembers(const Value &changes) {
  const auto pass = [](const Value &) {};
  for (const Value &change : changes.elements())
    change.members({{"change", pass},
                    {"path", pass},
                    {"value", pass},
                    {"to", pass},
                    {"find", pass},
                    {"with", pass},
                    {"regex", pass}});
}

std::vector<edits::Change> readChanges(const Value &value) {
  refuseUnknownMembers(value);
  auto changes = edits::fromJson(value.raw());
  if (changes)
    return *changes;
  const edits::CodecFault &fault = changes.error();
  const QString at = fault.change < 0 ? QString() : u'/' + QString::number(fault.change);
  const Value wrong(value.source(), 0, value.place() + at);
  wrong.refuse(Code::Missing, QString::fromUtf8(fault.member));
  return {};
}

Recipe readRecipe(const Value &value) {
  Recipe recipe;
  value.members({textInto("name", recipe.name),
                 textInto("button", recipe.button),
                 textInto("help", recipe.help),
                 textsInto("queues", recipe.queues),
                 textsInto("names", recipe.jobNames),
                 {"states", [&](const Value &states) { recipe.states = readStates(states); }},
                 {"questions",
                  [&](const Value &questions) {
                    for (const Value &one : questions.elements())
                      recipe.questions.push_back(readQuestion(one));
                  }},
                 {"changes", [&](const Value &changes) { recipe.changes = readChanges(changes); }},
                 {"then", [&](const Value &then) { recipe.then = then.word(ThenWords); }}});
  return recipe;
}

/// What a file says of itself is looked at first: of a later version nothing else need be understood.
void readHead(const Value &root) {
  QString format;
  QByteArray version;
  const auto pass = [](const Value &) {};
  root.members({textInto("oxpecker", format),
                {"version", [&](const Value &value) { version = value.raw(); }},
                {"recipes", pass}});
  Value::Source &source = root.source();
  if (format != QLatin1StringView(FormatName))
    source.fault =
        Fault{format.isEmpty() ? Code::Missing : Code::UnknownWord, u"/oxpecker"_s, format, {}, {}};
  else if (version.isEmpty())
    source.fault = Fault{Code::Missing, u"/version"_s, {}, {}, {}};
  else if (version != QByteArray::number(FormatVersion))
    source.fault = Fault{Code::NewerVersion, u"/version"_s, QString::fromUtf8(version.left(20)), {}, {}};
}

std::vector<Recipe> readRecipes(const Value &root) {
  std::vector<Recipe> recipes;
  bool any = false;
  const auto pass = [](const Value &) {};
  root.members({{"oxpecker", pass}, {"version", pass}, {"recipes", [&](const Value &all) {
                                                          any = true;
                                                          for (const Value &one : all.elements())
                                                            recipes.push_back(readRecipe(one));
                                                        }}});
  if (!any)
    root.source().fault = Fault{Code::Missing, u"/recipes"_s, {}, {}, {}};
  return recipes;
}

} // namespace

QByteArray toJson(const std::vector<Recipe> &recipes) {
  QByteArrayList all;
  for (const Recipe &recipe : recipes)
    all << written(recipe);
  Members file;
  file.add("oxpecker", QString::fromLatin1(FormatName));
  file.add("version", QByteArray::number(FormatVersion));
  file.add("recipes", listed(all, "  "));
  return file.lines({}) + '\n';
}

tl::expected<std::vector<Recipe>, Fault> fromJson(const QByteArray &json) {
  if (json.size() > LargestText)
    return tl::unexpected(Fault{Code::TooLong, {}, {}, {}, {}});
  Value::Source source{json, json::scan(json), {}};
  if (!source.scan.valid())
    return tl::unexpected(Fault{Code::NotJson, {}, {}, source.scan.error, {}});
  const Value root(source, 0, {});
  if (root.is(TokenKind::ObjectBegin))
    readHead(root);
  std::vector<Recipe> recipes = source.fault ? std::vector<Recipe>() : readRecipes(root);
  if (!source.fault)
    source.fault = faultIn(recipes);
  if (!source.fault && toJson(recipes).size() > LargestDocument) // what is kept can be read again
    source.fault = Fault{Code::TooLong, {}, {}, {}, {}};
  if (source.fault)
    return tl::unexpected(*source.fault);
  return recipes;
}

} // namespace oxp::recipes
