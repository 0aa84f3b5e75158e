// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/tlstransport.h"

#include "redis/tlscontext.h"

#include <QHostAddress>
#include <QUrl>

#include <openssl/err.h>

#include <algorithm>

namespace oxp::redis {

namespace {

/// A Redis that speaks no TLS takes the hello in and waits for more.
constexpr std::chrono::milliseconds HandshakeTimeout{3'000};
/// The plaintext of one record.
constexpr qsizetype RecordSize = SSL3_RT_MAX_PLAIN_LENGTH;
/// What is taken in one go: a server that takes as quickly as this encrypts would else be given all, however
/// much that is, before anybody looks whether it is to stop.
constexpr qsizetype MostTaken = 64 * RecordSize;

/// An address without its zone, which no certificate knows; empty for a name.
QByteArray addressOf(const QString &text) {
  QHostAddress address(text);
  if (address.isNull())
    return {};
  address.setScopeId(QString());
  return address.toString().toLatin1();
}

/// As it stands in certificates and on the wire.
QByteArray wireName(const QString &name) {
  const QByteArray ascii = QUrl::toAce(name);
  return ascii.isEmpty() ? name.toUtf8() : ascii;
}

} // namespace

TlsTransport::TlsTransport(std::unique_ptr<Transport> inner, TlsOptions options, QString host,
                           SecretString keyPassphrase)
    : m_inner(std::move(inner))
    , m_options(std::move(options))
    , m_host(std::move(host))
    , m_keyPassphrase(std::move(keyPassphrase)) {}

TlsTransport::~TlsTransport() {
  TlsTransport::close();
}

QString TlsTransport::tlsVersion() const {
  if (!m_established)
    return {};
  return QString::fromLatin1(SSL_get_version(m_ssl.get()))
      .replace(QLatin1StringView("TLSv"), QLatin1StringView("TLS "));
}

Result<void> TlsTransport::open(const WaitLimits &limits) {
  close();
  // Files that cannot be read are said before the server is troubled.
  if (auto ready = setup(); !ready)
    return ready;
  if (auto opened = m_inner->open(limits); !opened)
    return opened;
  auto done = shakeHands(limits);
  if (!done)
    close();
  return done;
}

Result<void> TlsTransport::setup() {
  auto context = makeTlsContext(m_options, m_keyPassphrase);
  if (!context)
    return fail(context.error());
  m_context = std::move(*context);
  const QString expected = m_options.verifyName.isEmpty() ? m_host : m_options.verifyName;
  m_judge = std::make_unique<CertificateJudge>(m_options, expected);
  SSL_CTX_set_cert_verify_callback(m_context.get(), &CertificateJudge::verify, m_judge.get());
  SSL_CTX_set_cert_cb(m_context.get(), &TlsTransport::askedForCertificate, this);
  m_ssl.reset(SSL_new(m_context.get()));
  BIO *bio = BIO_new(wire());
  BIO_set_data(bio, this);
  SSL_set_bio(m_ssl.get(), bio, bio);
  m_use.shown = !m_options.certificateFile.isEmpty();
  return setupNames();
}

Result<void> TlsTransport::setupNames() {
  const QString expected = m_options.verifyName.isEmpty() ? m_host : m_options.verifyName;
  X509_VERIFY_PARAM *param = SSL_get0_param(m_ssl.get());
  X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  const QByteArray address = addressOf(expected);
  const int taken = address.isEmpty() ? X509_VERIFY_PARAM_set1_host(param, wireName(expected).constData(), 0)
                                      : X509_VERIFY_PARAM_set1_ip_asc(param, address.constData());
  // Nothing to compare with would mean that any name is right.
  if (taken != 1 || expected.isEmpty())
    return fail(ErrorKind::Tls, QStringLiteral("not a name to verify: ") + expected, "VERIFY-NAME");
  const QString asked = m_options.serverName.isEmpty() ? m_host : m_options.serverName;
  if (addressOf(asked).isEmpty() && SSL_set_tlsext_host_name(m_ssl.get(), wireName(asked).constData()) != 1)
    return fail(ErrorKind::Tls, QStringLiteral("not a server name: ") + asked, "SERVER-NAME");
  return {};
}

int TlsTransport::askedForCertificate(SSL *, void *self) {
  static_cast<TlsTransport *>(self)->m_use.asked = true;
  return 1; // go on with what there is to show
}

Result<void> TlsTransport::shakeHands(const WaitLimits &limits) {
  const WaitLimits soon{limits.stop, limits.deadline.earlier(Deadline::in(HandshakeTimeout))};
  m_judge->start();
  while (true) {
    ERR_clear_error();
    const int done = SSL_connect(m_ssl.get());
    const int why = SSL_get_error(m_ssl.get(), done);
    if (done == 1) {
      m_established = true;
      return {};
    }
    if (why != SSL_ERROR_WANT_READ)
      return fail(handshakeError(why));
    if (auto moved = wait({.read = true, .write = false}, soon); !moved)
      return fail(moved.error());
  }
}

Error TlsTransport::handshakeError(int why) {
  if (const auto &problem = m_judge->problem())
    return Error{ErrorKind::Tls, "CERTIFICATE", QStringLiteral("the server's certificate is not accepted"),
                 -1, std::make_shared<const CertificateProblem>(*problem)};
  return endOf(why);
}

/// Why OpenSSL gives no more.
Error TlsTransport::endOf(int why) {
  if (why == SSL_ERROR_ZERO_RETURN)
    return Error{ErrorKind::Disconnected, "CLOSED", QStringLiteral("the server closed the connection")};
  if (why == SSL_ERROR_SSL)
    return tlsError(m_use);
  if (m_wireRead)
    return *m_wireRead;
  return Error{ErrorKind::Tls, "HANDSHAKE", openSslReason()};
}

Result<qsizetype> TlsTransport::readSome(std::span<char> into) {
  qsizetype taken = 0;
  const auto room = static_cast<qsizetype>(into.size());
  while (taken < room && !m_ended) {
    ERR_clear_error();
    size_t got = 0;
    if (SSL_read_ex(m_ssl.get(), into.data() + taken, static_cast<size_t>(room - taken), &got) == 1) {
      taken += static_cast<qsizetype>(got);
      continue;
    }
    const int why = SSL_get_error(m_ssl.get(), 0);
    if (why == SSL_ERROR_WANT_READ)
      break;
    m_ended = endOf(why);
  }
  // What is decrypted already, or an end that was met behind it, moves no descriptor any more.
  m_more = taken == room || m_ended;
  if (taken == 0 && m_ended)
    return fail(*m_ended);
  return taken;
}

Result<qsizetype> TlsTransport::writeSome(QByteArrayView bytes) {
  if (auto flushed = flush(); !flushed)
    return fail(reasonBehind(flushed.error()));
  qsizetype taken = 0;
  const qsizetype most = std::min(bytes.size(), MostTaken);
  while (taken < most && m_out.isEmpty() && !m_wireWrite) {
    const QByteArrayView part = bytes.sliced(taken, std::min(most - taken, RecordSize));
    ERR_clear_error();
    size_t put = 0;
    if (SSL_write_ex(m_ssl.get(), part.data(), static_cast<size_t>(part.size()), &put) != 1)
      return taken > 0 ? Result<qsizetype>(taken) : fail(endOf(SSL_get_error(m_ssl.get(), 0)));
    taken += static_cast<qsizetype>(put);
  }
  return taken;
}

/// A server that hangs up has often said why, and the write fails before that was read.
Error TlsTransport::reasonBehind(const Error &broken) {
  if (!m_ended) {
    ERR_clear_error();
    char next = 0;
    size_t got = 0;
    if (SSL_peek_ex(m_ssl.get(), &next, 1, &got) != 1) {
      if (const int why = SSL_get_error(m_ssl.get(), 0); why != SSL_ERROR_WANT_READ)
        m_ended = endOf(why);
    }
  }
  return m_ended && m_ended->kind == ErrorKind::Tls ? *m_ended : broken;
}

Result<Transport::Ready> TlsTransport::wait(Ready wanted, const WaitLimits &limits) {
  if (wanted.read && m_more)
    return limits.stop.stop_requested() ? Result<Ready>(fail(ErrorKind::Cancelled))
                                        : Ready{.read = true, .write = false};
  while (true) {
    const bool owes = !m_out.isEmpty();
    const auto ready = m_inner->wait({wanted.read, wanted.write || owes}, limits);
    if (!ready)
      return ready;
    // A write that breaks here is told by the next read or write.
    if (owes && ready->write && !flush())
      return wanted;
    const bool read = wanted.read && ready->read;
    const bool write = wanted.write && ready->write && m_out.isEmpty();
    if (read || write)
      return Ready{read, write};
  }
}

Result<void> TlsTransport::flush() {
  while (!m_out.isEmpty() && !m_wireWrite) {
    const auto put = m_inner->writeSome(m_out);
    if (!put) {
      m_wireWrite = put.error();
      m_out.clear();
    } else if (*put == 0) {
      break;
    } else {
      m_out.remove(0, *put);
    }
  }
  return m_wireWrite ? fail(*m_wireWrite) : Result<void>{};
}

void TlsTransport::close() {
  // Said, not awaited: what the server still sends is of no use to anybody.
  if (m_established && !m_ended && !m_wireWrite && m_out.isEmpty()) {
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
  }
  m_ssl.reset();
  m_context.reset();
  m_judge.reset();
  m_inner->close();
  m_out.clear();
  m_wireRead.reset();
  m_wireWrite.reset();
  m_ended.reset();
  m_use = {};
  m_established = m_more = false;
}

const BIO_METHOD *TlsTransport::wire() {
  static const OpenSslPtr<BIO_METHOD> method = [] {
    OpenSslPtr<BIO_METHOD> made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "transport"));
    BIO_meth_set_read(made.get(), &TlsTransport::readWire);
    BIO_meth_set_write(made.get(), &TlsTransport::writeWire);
    BIO_meth_set_ctrl(made.get(), &TlsTransport::controlWire);
    BIO_meth_set_create(made.get(), [](BIO *bio) {
      BIO_set_init(bio, 1);
      return 1;
    });
    return made;
  }();
  return method.get();
}

int TlsTransport::readWire(BIO *bio, char *into, int size) {
  auto *self = static_cast<TlsTransport *>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  const auto got = self->m_inner->readSome({into, static_cast<size_t>(size)});
  if (!got) {
    self->m_wireRead = got.error();
    return -1;
  }
  if (*got > 0)
    return static_cast<int>(*got);
  BIO_set_retry_read(bio);
  return -1;
}

int TlsTransport::writeWire(BIO *bio, const char *bytes, int size) {
  auto *self = static_cast<TlsTransport *>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  self->m_out.append(bytes, size);
  (void)self->flush(); // what breaks is told by the next write or read
  return size;
}

long TlsTransport::controlWire(BIO *, int command, long, void *) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

} // namespace oxp::redis
