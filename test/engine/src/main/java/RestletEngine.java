import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Runs built RESTlets in GraalJS, each case in a world of its own, against recorded answers of N/*.
 *
 * <p>Cases are files {@code <cases>/<script>/<case>.json}. The first line of the output is JSON: whether Intl is
 * there, and the engine's offsets in January and July. Each other line is the path of a case, a tab, and what replaying
 * it gave, as JSON (tools/engine/replay-restlet.ts).
 */
public final class RestletEngine {
  /** The zone of NetSuite's servers (section_4388837989). */
  private static final ZoneId SERVER_ZONE = ZoneId.of("America/Los_Angeles");

  /** In the order in which they need each other. */
  private static final List<String> REPLAY_MODULES =
      List.of("transcript-codec", "transcript-reader", "replay-restlet");

  private static final String FACTS =
      "JSON.stringify({ hasIntl: typeof Intl !== 'undefined',"
          + " offsets: [0, 6].map((month) => new Date(2026, month, 1).getTimezoneOffset()) })";

  private final Engine engine;
  private final Map<String, Source> replay = new TreeMap<>();
  private final Path scripts;

  private RestletEngine(Engine engine, Path replayModules, Path scripts) throws IOException {
    this.engine = engine;
    this.scripts = scripts;
    for (String name : REPLAY_MODULES) {
      String text = Files.readString(replayModules.resolve(name + ".js"));
      replay.put(name, source(name, "(function (exports, require) {" + text + "\n})"));
    }
  }

  /** @param arguments true or false for Intl, folder of the replay modules, of the built scripts, of the cases */
  public static void main(String[] arguments) throws IOException {
    String intl = arguments[0];
    Path cases = Path.of(arguments[3]);
    PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Engine engine = openEngine(intl)) {
      var restlets = new RestletEngine(engine, Path.of(arguments[1]), Path.of(arguments[2]));
      output.println(restlets.describe());
      for (Path path : filesIn(cases)) {
        output.println(cases.relativize(path) + "\t" + restlets.run(path));
      }
    }
  }

  private static Engine openEngine(String intl) {
    return Engine.newBuilder("js")
        .option("engine.WarnInterpreterOnly", "false")
        .option("js.ecmascript-version", "2023")
        .option("js.intl-402", intl)
        .option("js.console", "false")
        .option("js.print", "false")
        .option("js.load", "false")
        .build();
  }

  /** A world without Java, files, threads or processes: scripts get strings, and give strings. */
  private Context openContext() {
    return Context.newBuilder("js")
        .engine(engine)
        .timeZone(SERVER_ZONE)
        .allowHostAccess(HostAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowIO(IOAccess.NONE)
        .build();
  }

  private String describe() {
    try (Context context = openContext()) {
      return context.eval("js", FACTS).asString();
    }
  }

  private String run(Path file) throws IOException {
    String script = file.getParent().getFileName() + ".js";
    try (Context context = openContext()) {
      Value opened = loadReplay(context).invokeMember("openReplay", Files.readString(file));
      context.eval(source(script, Files.readString(scripts.resolve(script))));
      return opened.invokeMember("replay").asString();
    } catch (PolyglotException exception) {
      throw new IllegalStateException("GraalJS cannot run " + file, exception);
    }
  }

  /** Gives what the last of the replay modules exports. */
  private Value loadReplay(Context context) {
    Value modules = context.eval("js", "({})");
    Value require = context.eval("js", "(modules) => (name) => modules[name]").execute(modules);
    Value exports = modules;
    for (String name : REPLAY_MODULES) {
      exports = context.eval("js", "({})");
      context.eval(replay.get(name)).execute(exports, require);
      modules.putMember("./" + name, exports);
    }
    return exports;
  }

  private static Source source(String name, String text) {
    return Source.newBuilder("js", text, name).buildLiteral();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
