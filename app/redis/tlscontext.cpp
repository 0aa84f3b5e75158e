// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/tlscontext.h"

#include "redis/tlserror.h"

#include <QFile>

#include <openssl/err.h>

#include <cstring>
#include <vector>

namespace oxp::redis {

namespace {

/// Records of a large reply are taken from the socket several at a time.
constexpr size_t ReadBuffer = 131'072;

/// What OpenSSL asks while it reads a key. Without it, it would ask at the terminal.
struct PassphraseAnswer {
  const SecretString &passphrase;
  bool asked = false;

  static int give(char *into, int size, int, void *self) {
    auto *answer = static_cast<PassphraseAnswer *>(self);
    answer->asked = true;
    const QByteArray &bytes = answer->passphrase.reveal();
    if (bytes.isEmpty() || bytes.size() > size)
      return -1;
    std::memcpy(into, bytes.constData(), static_cast<size_t>(bytes.size()));
    return static_cast<int>(bytes.size());
  }
};

/// OpenSSL says "system lib" of what the system refused; why is asked of the system.
QString fileReason(const QString &path) {
  QFile file(path);
  if (file.open(QIODevice::ReadOnly))
    return openSslReason();
  return file.errorString();
}

tl::unexpected<Error> badFile(const char *code, const QString &path) {
  return fail(ErrorKind::Tls, path + QStringLiteral(": ") + fileReason(path), code);
}

/// Of the system's bundle, read once: to parse it takes longer than a handshake.
const std::vector<OpenSslPtr<X509>> &systemRoots() {
  static const std::vector<OpenSslPtr<X509>> roots = [] {
    std::vector<OpenSslPtr<X509>> found;
    const OpenSslPtr<X509_STORE> store(X509_STORE_new());
    X509_STORE_set_default_paths(store.get());
    const STACK_OF(X509_OBJECT) *objects = X509_STORE_get0_objects(store.get());
    for (int i = 0; i < sk_X509_OBJECT_num(objects); ++i)
      if (X509 *root = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(objects, i));
          root && X509_up_ref(root) == 1)
        found.emplace_back(root);
    return found;
  }();
  return roots;
}

/// The bundle, and the folder in which one is looked up when it is wanted.
void trustSystem(SSL_CTX *context) {
  X509_STORE *store = SSL_CTX_get_cert_store(context);
  for (const OpenSslPtr<X509> &root : systemRoots())
    X509_STORE_add_cert(store, root.get());
  if (X509_LOOKUP *folder = X509_STORE_add_lookup(store, X509_LOOKUP_hash_dir()))
    X509_LOOKUP_add_dir(folder, nullptr, X509_FILETYPE_DEFAULT);
}

Result<void> trust(SSL_CTX *context, const TlsOptions &options) {
  trustSystem(context);
  if (options.caFile.isEmpty())
    return {};
  if (SSL_CTX_load_verify_file(context, QFile::encodeName(options.caFile).constData()) != 1)
    return badFile("CA-FILE", options.caFile);
  // Whoever names an authority trusts that one, whoever else has signed it.
  X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_PARTIAL_CHAIN);
  return {};
}

Result<void> useKey(SSL_CTX *context, const QString &path, const PassphraseAnswer &answer) {
  if (SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(path).constData(), SSL_FILETYPE_PEM) == 1)
    return {};
  if (ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH)
    return badFile("KEY-MISMATCH", path);
  if (answer.asked)
    return badFile(answer.passphrase.isEmpty() ? "KEY-LOCKED" : "KEY-PASSPHRASE", path);
  return badFile("KEY-FILE", path);
}

Result<void> present(SSL_CTX *context, const TlsOptions &options, const SecretString &keyPassphrase) {
  if (options.certificateFile.isEmpty())
    return {};
  PassphraseAnswer answer{keyPassphrase};
  SSL_CTX_set_default_passwd_cb(context, &PassphraseAnswer::give);
  SSL_CTX_set_default_passwd_cb_userdata(context, &answer);
  const QByteArray certificate = QFile::encodeName(options.certificateFile);
  Result<void> done;
  if (SSL_CTX_use_certificate_chain_file(context, certificate.constData()) != 1)
    done = badFile("CERT-FILE", options.certificateFile);
  else
    done = useKey(context, options.keyFile.isEmpty() ? options.certificateFile : options.keyFile, answer);
  SSL_CTX_set_default_passwd_cb_userdata(context, nullptr); // the answer ends here
  return done;
}

} // namespace

Result<OpenSslPtr<SSL_CTX>> makeTlsContext(const TlsOptions &options, const SecretString &keyPassphrase) {
  ERR_clear_error();
  OpenSslPtr<SSL_CTX> context(SSL_CTX_new(TLS_client_method()));
  if (!context)
    return fail(ErrorKind::Tls, openSslReason(), "CONTEXT");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_read_ahead(context.get(), 1);
  SSL_CTX_set_default_read_buffer_len(context.get(), ReadBuffer);
  if (auto trusted = trust(context.get(), options); !trusted)
    return fail(trusted.error());
  if (auto presented = present(context.get(), options, keyPassphrase); !presented)
    return fail(presented.error());
  return context;
}

} // namespace oxp::redis
