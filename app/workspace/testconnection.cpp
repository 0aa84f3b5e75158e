// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/testconnection.h"

#include "bullio/discovery.h"
#include "bullio/prefixsurvey.h"
#include "models/format.h"
#include "redis/lane.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace oxp {
namespace {

constexpr int Pings = 5;
constexpr qint64 ClockWarnsMs = 5'000;

/// What reading and writing need of an ACL; a command stands for its kind.
struct Need {
  const char *verb;
  std::vector<QByteArray> arguments; ///< after the key
  bool write;
};
const std::array<Need, 9> &needs() {
  static const std::array<Need, 9> list = {{{"HGETALL", {}, false},
                                            {"LRANGE", {"0", "1"}, false},
                                            {"ZRANGE", {"0", "1"}, false},
                                            {"HSET", {"data", "{}"}, true},
                                            {"LPUSH", {"1"}, true},
                                            {"ZADD", {"1", "1"}, true},
                                            {"XADD", {"*", "event", "x"}, true},
                                            {"DEL", {}, true},
                                            {"EVALSHA", {}, true}}};
  return list;
}

/// The key's prefix that the ACL is asked about.
QByteArray sampleKey(const Profile &profile) {
  for (const QByteArray &prefix : profile.prefixes)
    if (prefix != "*")
      return prefix + ":oxpecker-test";
  return QByteArrayLiteral("bull:oxpecker-test");
}

Command dryRun(const QByteArray &user, const Need &need, const QByteArray &key) {
  Command command = Command::of("ACL", "DRYRUN", user, need.verb);
  if (QByteArray(need.verb) == "EVALSHA")
    return command.add("0000000000000000000000000000000000000000").add("1").add(key);
  command.add(key);
  for (const QByteArray &argument : need.arguments)
    command.add(argument);
  return command;
}

/// Straight-line, on the test's own lane.
class Probe {
public:
  Probe(ReadSession &session, Profile profile, TestConnection::Look look, std::stop_token stop)
      : m_session(session)
      , m_profile(std::move(profile))
      , m_look(look)
      , m_stop(std::move(stop)) {}

  Result<ConnectionReport> run() {
    if (const Result<void> pinged = measure(); !pinged)
      return fail(pinged.error());
    m_report.facts = m_session.facts();
    m_report.clockOffsetMs = m_report.facts.clock.offset.count();
    askRights();
    if (const Result<void> found = findQueues(); !found)
      return fail(found.error());
    if (const Result<void> surveyed = survey(); !surveyed)
      return fail(surveyed.error());
    return m_report;
  }

private:
  Result<void> measure() {
    std::array<qint64, Pings> times{};
    for (qint64 &time : times) {
      const Result<std::chrono::microseconds> ping = m_session.ping(m_stop);
      if (!ping)
        return fail(ping.error());
      time = ping->count();
    }
    std::sort(times.begin(), times.end());
    m_report.latencyUs = times[Pings / 2];
    return {};
  }

  /// ACL DRYRUN came with Redis 7; where it is not there or kept back, nothing is known of writes.
  void askRights() {
    const Result<Reply> who = m_session.call(Command::of("ACL", "WHOAMI"), m_stop);
    if (!who)
      return askByReading();
    m_report.user = who->bytes;
    std::vector<Command> commands;
    for (const Need &need : needs())
      commands.push_back(dryRun(m_report.user, need, sampleKey(m_profile)));
    const Result<std::vector<Reply>> replies = m_session.pipeline(commands, m_stop);
    if (!replies ||
        std::any_of(replies->begin(), replies->end(), [](const Reply &reply) { return reply.isError(); }))
      return askByReading();
    bool reads = true, writes = true;
    for (size_t i = 0; i < needs().size(); ++i) {
      if ((*replies)[i].bytes == "OK")
        continue;
      m_report.refused += needs()[i].verb;
      (needs()[i].write ? writes : reads) = false;
    }
    using Access = ConnectionReport::Access;
    m_report.access = !reads ? Access::Nothing : writes ? Access::Write : Access::Read;
  }

  void askByReading() {
    const Result<Reply> read = m_session.call(Command::of("HGETALL", sampleKey(m_profile)), m_stop);
    if (read || read.error().kind != ErrorKind::Denied)
      return;
    m_report.access = ConnectionReport::Access::Nothing;
    m_report.refused += "HGETALL";
  }

  Result<void> findQueues() {
    std::stop_source bound;
    const std::stop_callback outer(m_stop, [&bound] { bound.request_stop(); });
    const auto tell = [&](const Discovery::Progress &progress) {
      m_report.queues += int(progress.found.size());
      m_queues.insert(m_queues.end(), progress.found.begin(), progress.found.end());
      if (progress.keysSeen <= TestConnection::QueueKeysBound)
        return;
      m_report.moreQueues = true;
      bound.request_stop();
    };
    std::vector<QByteArray> prefixes(m_profile.prefixes.begin(), m_profile.prefixes.end());
    if (m_look == TestConnection::Look::Prefixes)
      prefixes.clear(); // all of them
    const Result<std::vector<QueueInfo>> found = Discovery::run(m_session, prefixes, tell, bound.get_token());
    if (found) {
      m_report.moreQueues = false;
      m_report.queues = int(found->size());
      m_queues = *found;
      return {};
    }
    if (m_report.moreQueues && !m_stop.stop_requested())
      return {};
    return fail(found.error());
  }

  Result<void> survey() {
    if (m_look != TestConnection::Look::Prefixes)
      return {};
    auto prefixes = surveyPrefixes(m_session, m_queues, m_stop);
    if (!prefixes)
      return fail(prefixes.error());
    m_report.prefixes = std::move(*prefixes);
    return {};
  }

  ReadSession &m_session;
  Profile m_profile;
  TestConnection::Look m_look;
  std::stop_token m_stop;
  std::vector<QueueInfo> m_queues;
  ConnectionReport m_report;
};

} // namespace

class TestConnection::Private {
public:
  std::unique_ptr<Lane> lane;
  quint64 number = 0; ///< tells the answer of a test that was cancelled
};

TestConnection::TestConnection(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {}

TestConnection::~TestConnection() {
  disconnect();
  d->lane.reset();
}

void TestConnection::start(const Profile &profile, const SecretString &password,
                           const SecretString &keyPassphrase, Look look) {
  cancel();
  Lane::Options options;
  options.name = u"test"_qs;
  options.endpoint = profile.endpoint();
  options.credentials = {profile.user, password, keyPassphrase};
  options.role = Role::Viewer; // only looks, whatever the profile may do
  d->lane = std::make_unique<Lane>(std::move(options));
  m_running = true;
  const auto work = [profile, look](ReadSession &session, std::stop_token stop) {
    return Probe(session, profile, look, stop).run();
  };
  const auto handler = [this, number = ++d->number](const Result<ConnectionReport> &report) {
    if (number != d->number)
      return;
    m_running = false;
    if (report)
      emit done(*report);
    else
      emit failed(report.error());
  };
  d->lane->post(Priority::Interactive, work, this, handler);
}

void TestConnection::cancel() {
  m_running = false;
  ++d->number;
  d->lane.reset();
}

namespace {

QString accessText(const ConnectionReport &report) {
  using Access = ConnectionReport::Access;
  const QString refused = QString::fromLatin1(report.refused.join(", "));
  switch (report.access) {
  case Access::Nothing:
    return TestConnection::tr("This user may not read queues (refused: %1).").arg(refused);
  case Access::Read:
    return TestConnection::tr("This user may look, but not change anything (refused: %1).").arg(refused);
  case Access::Write:
    return TestConnection::tr("This user may read and change jobs.");
  case Access::Unknown:
    break;
  }
  return TestConnection::tr("The server does not tell what this user may do.");
}

QString serverText(const ServerFacts &facts) {
  const QString server =
      QLatin1String(serverKindName(facts.kind)) + u' ' + format::safeText(facts.version, 40);
  return server.trimmed();
}

/// `41 queues under 3 prefixes`, whichever of the two there are.
QString foundText(const ConnectionReport &report) {
  if (report.queues == 0)
    return TestConnection::tr("No queues yet.");
  const QString queues = report.moreQueues
                             ? TestConnection::tr("More than %n queue(s)", nullptr, report.queues)
                             : TestConnection::tr("%n queue(s)", nullptr, report.queues);
  const int prefixes = int(report.prefixes.size());
  return prefixes > 1 ? TestConnection::tr("%1 under %n prefix(es).", nullptr, prefixes).arg(queues)
                      : TestConnection::tr("%1.", "sentence").arg(queues);
}

QString latencyText(qint64 microseconds) {
  return TestConnection::tr("%1 ms").arg(QLocale().toString(double(microseconds) / 1'000, 'f', 2));
}

} // namespace

QString ConnectionReport::text() const {
  QStringList lines;
  lines +=
      TestConnection::tr("Connected to %1, round trip %2.").arg(serverText(facts), latencyText(latencyUs));
  if (!facts.tls.isEmpty())
    lines += TestConnection::tr("Encrypted with %1.").arg(facts.tls);
  if (facts.evicts())
    lines += TestConnection::tr(
                 "Warning: the eviction policy is %1. When memory is full, Redis will drop jobs; it "
                 "should be noeviction.")
                 .arg(format::safeText(facts.maxmemoryPolicy, 40));
  if (facts.readOnlyReplica)
    lines += TestConnection::tr("This is a read-only replica: nothing can be changed here.");
  lines += accessText(*this);
  lines += moreQueues
               ? TestConnection::tr("More than %n queue(s) found; the search stopped early.", nullptr, queues)
               : TestConnection::tr("%n queue(s) found.", nullptr, queues);
  if (std::abs(clockOffsetMs) > ClockWarnsMs)
    lines += TestConnection::tr("The server's clock differs by %1.")
                 .arg(format::duration(std::abs(clockOffsetMs)));
  return lines.join(u'\n');
}

QString ConnectionReport::line() const {
  const QString role =
      facts.readOnlyReplica ? TestConnection::tr("a read-only replica") : TestConnection::tr("a primary");
  const QString answer =
      facts.tls.isEmpty()
          ? TestConnection::tr("%1 answers in %2, %3.").arg(serverText(facts), latencyText(latencyUs), role)
          : TestConnection::tr("%1 answers in %2 over %3, %4.")
                .arg(serverText(facts), latencyText(latencyUs), facts.tls, role);
  return answer + u' ' + foundText(*this);
}

bool ConnectionReport::warns() const {
  return facts.evicts() || access == Access::Nothing || std::abs(clockOffsetMs) > ClockWarnsMs;
}

} // namespace oxp
