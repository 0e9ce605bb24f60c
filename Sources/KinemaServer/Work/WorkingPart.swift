import AccountService
import Pipeline
import ServiceLifecycle

/// The workers as a part of this process that ends in good order.
struct WorkingPart: Service {
    let crew: WorkerCrew

    func run() async {
        let departure = Departure()
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await crew.work(until: departure)
            } onCancel: {
                departure.ask()
                departure.ask()
            }
        } onGracefulShutdown: {
            // Nothing new is begun, and what waits for a vendor is given back.
            departure.ask()
            departure.ask()
        }
        await crew.files.assets.close()
    }
}
