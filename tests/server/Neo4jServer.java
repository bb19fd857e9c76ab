import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Runs a Neo4j server from its libraries until it is told to stop: java -cp 'lib/*' Neo4jServer.java HOME CONF. */
public class Neo4jServer {
    public static void main(String[] args) throws InterruptedException {
        DatabaseManagementService server =
                new DatabaseManagementServiceBuilder(Path.of(args[0])).loadPropertiesFromFile(Path.of(args[1])).build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("started");
        Thread.currentThread().join();
    }
}
